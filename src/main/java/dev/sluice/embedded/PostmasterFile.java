package dev.sluice.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The file in which a PostgreSQL server notes its process and state; a killed server leaves it. */
record PostmasterFile(Path path) {

  /** Index of the line that holds the state, from 0. */
  private static final int STATE = 7;

  /** The process with the noted number, whatever that is by now. */
  Optional<ProcessHandle> process() throws IOException {
    return lines().stream()
        .findFirst()
        .filter(line -> line.matches("\\d{1,10}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
  }

  /** Whether connections are accepted. */
  boolean saysReady() throws IOException {
    return lines().stream().skip(STATE).anyMatch(line -> line.strip().equals("ready"));
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  private List<String> lines() throws IOException {
    try {
      return Files.readAllLines(path, StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException none) {
      return List.of();
    }
  }
}
