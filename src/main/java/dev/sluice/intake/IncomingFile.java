package dev.sluice.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * A file that waits at a door and has not been read yet.
 *
 * @param name what its sender calls it: to be shown, never a path
 * @param source where it lies at the sender, or null; see {@link SourceRef}
 * @param announced its size in bytes as the sender says, or less than 1 if unknown
 */
public record IncomingFile(
    Sender sender, String name, String source, long announced, Content content, Place place) {

  /** Where a file comes from, which decides what it may be. */
  public enum Place {
    /** By itself: a PDF, or an archive of PDFs. */
    ALONE,
    /** Among others: a PDF. */
    AMONG_OTHERS,
    /** In an archive that was let in: a PDF, which comes in under the archive's credit. */
    IN_ARCHIVE
  }

  /** Opens the bytes; once. */
  @FunctionalInterface
  public interface Content {
    /** The bytes from the first; the reader closes the stream. */
    InputStream open() throws IOException;
  }

  /** Cleans what came from outside. */
  public IncomingFile {
    name = FileName.of(name, Instant.now());
    source = SourceRef.of(source);
  }

  /** A file by itself. */
  public IncomingFile(Sender sender, String name, String source, long announced, Content content) {
    this(sender, name, source, announced, content, Place.ALONE);
  }
}
