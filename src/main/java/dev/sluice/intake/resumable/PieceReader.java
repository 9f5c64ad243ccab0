package dev.sluice.intake.resumable;

import dev.sluice.intake.admission.Credit;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.ReadBuffer;
import dev.sluice.model.spool.SpoolFile;
import dev.sluice.model.spool.SpoolFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;

/**
 * Cuts the body of a request into pieces on local disk, as it comes. A body with a checksum is one
 * piece, so that all of it counts or nothing.
 */
final class PieceReader {

  private final InputStream body;
  private final UploadChecksum checksum;
  private final long limit;
  private final SpoolFolder folder;
  private final ReadBuffer buffer = new ReadBuffer();
  private boolean atEnd;
  private boolean broken;

  /**
   * Begins with the body's first byte.
   *
   * @param checksum the body's, or null
   * @param limit bytes of a piece
   */
  PieceReader(InputStream body, UploadChecksum checksum, long limit, SpoolFolder folder) {
    this.body = body;
    this.checksum = checksum;
    this.limit = checksum == null ? limit : Long.MAX_VALUE;
    this.folder = folder;
  }

  /** The largest size of the next piece in bytes, if this many are missing. */
  long limit(long missing) {
    return Math.min(limit, missing);
  }

  /** True if no piece will come any more. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** Throws FailureException if the body broke off before its end. */
  void requireUnbroken() {
    if (broken) {
      throw new FailureException(
          FailureCode.UPLOAD_INTERRUPTED, "The connection broke before the body's end.");
    }
  }

  /**
   * The next piece, as large as the limit allows. Throws FailureException if the body has more
   * bytes than are missing, does not match its checksum, or finds no room any more.
   */
  SpooledPiece next(long missing, Credit credit) throws IOException {
    SpoolFile file = folder.newFile();
    try {
      long length = copy(file, limit(missing), credit);
      if (length == missing && read(1) > 0) {
        throw new FailureException(
            FailureCode.BAD_REQUEST, "The body goes beyond what Upload-Length announced.");
      }
      verify();
      return new SpooledPiece(file, length);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private long copy(SpoolFile file, long wanted, Credit credit) throws IOException {
    long length = 0;
    try (OutputStream out = Files.newOutputStream(file.path())) {
      int count;
      while (length < wanted && (count = read(wanted - length)) > 0) {
        credit.cover(length + count);
        out.write(buffer.bytes(), 0, count);
        if (checksum != null) {
          checksum.update(buffer.bytes(), count);
        }
        buffer.grow(count);
        length += count;
      }
    }
    return length;
  }

  private void verify() {
    if (checksum != null) {
      requireUnbroken();
      checksum.check();
    }
  }

  // Apart from writing, so that a disk that is full is not taken for a sender that is gone.
  private int read(long wanted) {
    try {
      int count = body.read(buffer.bytes(), 0, (int) Math.min(buffer.bytes().length, wanted));
      atEnd = count < 0;
      return count;
    } catch (IOException e) {
      atEnd = true;
      broken = true;
      return -1;
    }
  }
}
