package dev.sluice.intake.resumable;

import dev.sluice.model.spool.SpoolFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;

/**
 * A piece of an upload on local disk; closing removes it.
 *
 * @param length bytes
 */
record SpooledPiece(SpoolFile file, long length) implements AutoCloseable {

  InputStream open() throws IOException {
    return Files.newInputStream(file.path());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
