package dev.sluice.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory of a process is resident, by proc(5). */
final class ResidentMemory {

  private static final String KEY = "VmRSS:";

  private ResidentMemory() {}

  /** In bytes; 0 when it is gone or the system does not tell. */
  static long of(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith(KEY))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException notTold) {
      return 0;
    }
  }
}
