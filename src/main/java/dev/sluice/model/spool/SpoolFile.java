package dev.sluice.model.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One temporary file; closing removes it. */
public record SpoolFile(Path path) implements AutoCloseable {

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
