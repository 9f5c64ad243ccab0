package dev.sluice.intake.resumable;

/**
 * The result of one request that added to an upload.
 *
 * @param upload as it stands
 * @param last the piece that would complete it and does not count before the document is received;
 *     null if more is to come
 */
public record UploadPatch(ResumableUpload upload, SpooledPiece last) {

  /** True if the document is complete. */
  public boolean isComplete() {
    return last != null;
  }
}
