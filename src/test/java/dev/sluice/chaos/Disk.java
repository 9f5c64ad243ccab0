package dev.sluice.chaos;

import java.io.IOException;
import java.util.List;

/** The disk on which an application keeps documents for a while; it can be full. */
interface Disk extends AutoCloseable {

  /** How it is made to be full, for the report. */
  String kind();

  /** Lets none of these processes write any more. */
  void fill(List<ProcessHandle> processes) throws IOException, InterruptedException;

  /** There is room again. */
  void free(List<ProcessHandle> processes) throws IOException, InterruptedException;

  @Override
  default void close() throws IOException, InterruptedException {}
}
