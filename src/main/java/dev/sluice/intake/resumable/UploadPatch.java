package dev.sluice.intake.resumable;

/**
 * What one request added to an upload.
 *
 * @param upload as it stands
 * @param last the piece that would complete it and does not count before the document is received;
 *     null if more is to come
 */
public record UploadPatch(ResumableUpload upload, SpooledPiece last) {

  /** True if the document is all there. */
  public boolean isComplete() {
    return last != null;
  }
}
