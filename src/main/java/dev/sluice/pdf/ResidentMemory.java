package dev.sluice.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory of a process is resident, by proc(5). */
public final class ResidentMemory {

  private static final String KEY = "VmRSS:";

  private ResidentMemory() {}

  /** Of a process and of what it has started, in bytes; 0 where the system does not tell. */
  public static long of(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.descendants())
        .mapToLong(each -> of(each.pid()))
        .sum();
  }

  private static long of(long pid) {
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
