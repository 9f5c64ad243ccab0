package dev.sluice.intake;

import dev.sluice.intake.admission.Credit;
import dev.sluice.model.spool.SpoolFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The bytes of a document, or of an archive of documents, on local disk, checked and measured;
 * closing removes them and gives their credit back.
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
