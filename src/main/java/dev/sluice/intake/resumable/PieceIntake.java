package dev.sluice.intake.resumable;

import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.Credit;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.SpoolFolder;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.stereotype.Component;

/**
 * Takes in the body of a request piece by piece: to disk, to the object store, then into the count.
 */
@Component
class PieceIntake {

  /** Largest number of pieces of one upload; limits what an upload in tiny pieces costs. */
  private static final int MAX_PIECES = 10_000;

  private final ResumableUploads uploads;
  private final PieceStore store;
  private final SpoolFolder folder;
  private final Admission admission;
  private final long pieceSize;

  PieceIntake(
      ResumableUploads uploads,
      PieceStore store,
      SpoolFolder folder,
      Admission admission,
      ResumableSettings settings) {
    this.uploads = uploads;
    this.store = store;
    this.folder = folder;
    this.admission = admission;
    this.pieceSize = settings.pieceSize().toBytes();
  }

  /**
   * Appends the body to the upload. What came before a connection broke counts, unless the body has
   * a checksum.
   *
   * @param checksum the body's, or null
   */
  UploadPatch append(ResumableUpload upload, InputStream body, UploadChecksum checksum)
      throws IOException {
    if (uploads.pieceCount(upload.id()) >= MAX_PIECES) {
      throw new FailureException(
          FailureCode.BAD_REQUEST,
          "The upload has " + MAX_PIECES + " pieces: begin again, with larger ones.");
    }
    PieceReader reader = new PieceReader(body, checksum, pieceSize, folder);
    try (Credit credit = admission.enter(reader.limit(upload.missing()))) {
      return append(upload, reader, credit);
    }
  }

  private UploadPatch append(ResumableUpload upload, PieceReader reader, Credit credit)
      throws IOException {
    ResumableUpload grown = upload;
    while (!reader.isAtEnd()) {
      SpooledPiece piece = reader.next(grown.missing(), credit);
      if (piece.length() == grown.missing()) {
        return new UploadPatch(grown, piece);
      }
      try (piece) {
        grown = count(grown, piece);
      }
    }
    reader.requireUnbroken();
    return new UploadPatch(grown, null);
  }

  private ResumableUpload count(ResumableUpload upload, SpooledPiece piece) {
    if (piece.length() == 0) {
      return upload;
    }
    String key = store.put(upload.id(), piece.file().path());
    if (!uploads.append(upload, piece.length(), key)) {
      store.discard(key);
      throw new FailureException(FailureCode.OFFSET_MISMATCH, "A concurrent request was faster.");
    }
    return upload.grownBy(piece.length());
  }
}
