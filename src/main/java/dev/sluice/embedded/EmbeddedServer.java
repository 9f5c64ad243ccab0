package dev.sluice.embedded;

/** One server that runs until it is closed. */
interface EmbeddedServer extends AutoCloseable {

  /** Stops in order; what clients were told is stored stays stored. */
  @Override
  void close() throws Exception;
}
