package dev.sluice.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Stops processes where they stand, and lets them go on. */
final class Signals {

  private Signals() {}

  /** They do not run any more, and their connections stay open. */
  static void freeze(List<ProcessHandle> processes) throws IOException, InterruptedException {
    send("-STOP", processes);
  }

  /** They go on as if nothing had been. */
  static void thaw(List<ProcessHandle> processes) throws IOException, InterruptedException {
    send("-CONT", processes);
  }

  // Some of them may be gone by now, of which kill complains.
  private static void send(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    if (processes.isEmpty()) {
      return;
    }
    List<String> command = new ArrayList<>(List.of("kill", signal));
    processes.forEach(process -> command.add(String.valueOf(process.pid())));
    new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
