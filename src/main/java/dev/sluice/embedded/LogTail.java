package dev.sluice.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds in the logs of a failed program the line that best explains the failure. */
record LogTail(List<Path> logs) {

  /** The first line that reports an error, or else the last line. */
  String mostTelling() {
    List<String> lines = logs.stream().flatMap(LogTail::lines).filter(l -> !l.isBlank()).toList();
    return lines.stream()
        .filter(line -> line.contains("FATAL:") || line.contains("error:"))
        .findFirst()
        .map(line -> line.replaceFirst("^.*FATAL: *", ""))
        .or(() -> lines.stream().reduce((before, last) -> last))
        .orElse("it says nothing");
  }

  private static Stream<String> lines(Path log) {
    if (!Files.exists(log)) {
      return Stream.empty();
    }
    try {
      // Latin-1 reads any bytes: the message may be in whatever encoding the system has.
      return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
