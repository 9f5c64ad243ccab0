package dev.sluice.intake.resumable;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.DocumentId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The current state of an upload that comes in pieces.
 *
 * @param metadata as its sender gave it, empty for none
 * @param length bytes announced
 * @param received bytes that count: where the next piece begins
 * @param documentId what became of a PDF; null while it is unfinished
 * @param duplicate true if its content had come before
 * @param batchId what became of a ZIP; null while it is unfinished
 */
public record ResumableUpload(
    UploadId id,
    String owner,
    String metadata,
    long length,
    long received,
    DocumentId documentId,
    boolean duplicate,
    BatchId batchId,
    Instant expiresAt) {

  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  /** How many bytes are still to come. */
  public long missing() {
    return length - received;
  }

  /** The same upload after a piece of this length. */
  ResumableUpload grownBy(long bytes) {
    return new ResumableUpload(
        id, owner, metadata, length, received + bytes, documentId, duplicate, batchId, expiresAt);
  }

  /** Its address, below the host. */
  public String location() {
    return "/api/v1/uploads/resumable/" + id;
  }

  /** Whether all of it came, and was received. */
  public boolean isFinished() {
    return documentId != null || batchId != null;
  }

  /** The address of the document or batch it became; null while it is unfinished. */
  public String outcomeLocation() {
    if (batchId != null) {
      return batchId.location();
    }
    return documentId == null ? null : "/api/v1/documents/" + documentId;
  }

  /** When it expires, as HTTP writes dates; null once it is finished. */
  public String expires() {
    return isFinished() ? null : HTTP_DATE.format(expiresAt);
  }

  /** The metadata as it was sent; null for none. */
  public String sentMetadata() {
    return metadata.isEmpty() ? null : metadata;
  }
}
