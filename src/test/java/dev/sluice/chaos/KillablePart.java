package dev.sluice.chaos;

import java.util.List;

/** A part of the system that can be killed, frozen, and started again on the files it had. */
interface KillablePart {

  String name();

  /** Starts it, unless it runs; may return before it serves. */
  void start() throws Exception;

  /** Whether it answers. */
  boolean isServing();

  /** The processes that are killed and frozen with it, if it runs. */
  List<ProcessHandle> processes();

  /** As a crash: no process of it gets to do anything any more. */
  default void kill() {
    List<ProcessHandle> processes = processes();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(process -> process.onExit().join());
  }
}
