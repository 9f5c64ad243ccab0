package dev.sluice.chaos;

import dev.sluice.guarantee.History;
import dev.sluice.guarantee.MemorySample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Measures the memory of applications and parsers, by the numbers of the kernel. */
record MemoryWatch(Rig rig, History history) {

  /**
   * Megabytes of a JVM beside its heap: classes and their archive, code, a thousand threads,
   * buffers.
   */
  private static final int APPLICATION_OVERHEAD_MB = 500;

  private static final int PARSER_OVERHEAD_MB = 250;

  /** Measures all of them once. */
  void measure() {
    for (KillablePart application : rig.applications()) {
      for (ProcessHandle process : application.processes()) {
        note(application.name(), process, Rig.HEAP_MB + APPLICATION_OVERHEAD_MB);
      }
    }
    for (ProcessHandle parser : rig.parsers()) {
      note("parser", parser, Rig.PARSER_HEAP_MB + PARSER_OVERHEAD_MB);
    }
  }

  private void note(String name, ProcessHandle process, long boundMegabytes) {
    try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
      lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .forEach(
              resident ->
                  history.measured(
                      new MemorySample(Instant.now(), name, resident, boundMegabytes << 20)));
    } catch (IOException | java.io.UncheckedIOException gone) {
      // it ended meanwhile
    }
  }
}
