package dev.sluice.intake;

import dev.sluice.intake.admission.Credit;
import dev.sluice.model.spool.SpoolFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A document, or an archive of documents, on local disk, checked and measured. Closing removes the
 * file and gives its credit back.
 *
 * @param sha256 hexadecimal
 */
public record SpooledDocument(
    FileKind kind, SpoolFile file, long sizeBytes, String sha256, Credit credit)
    implements AutoCloseable {

  /** Where the bytes lie. */
  public Path path() {
    return file.path();
  }

  @Override
  public void close() throws IOException {
    try (credit) {
      file.close();
    }
  }
}
