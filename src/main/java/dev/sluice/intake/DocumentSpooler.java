package dev.sluice.intake;

import dev.sluice.admission.Admission;
import dev.sluice.admission.Credit;
import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import dev.sluice.spool.SpoolFile;
import dev.sluice.spool.SpoolFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Writes a document to disk in one pass: sniffed, counted and hashed as the bytes go by. */
@Component
public class DocumentSpooler {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final SpoolFolder folder;
  private final Admission admission;
  private final long maxBytes;

  DocumentSpooler(SpoolFolder folder, Admission admission, IntakeSettings settings) {
    this.folder = folder;
    this.admission = admission;
    this.maxBytes = settings.maxSize().toBytes();
  }

  /** The most that a document may have, in bytes. */
  public long maxBytes() {
    return maxBytes;
  }

  /**
   * Reads the stream to its end, under a credit. Throws {@link FailureException} as soon as there
   * is no room for it, or it is known to be empty, no PDF, too large or cut off; nothing is left
   * behind then.
   *
   * @param announced its size in bytes as the sender says, or less than 1 if unknown
   */
  public SpooledDocument spool(InputStream body, long announced) throws IOException {
    if (announced > maxBytes) {
      throw tooLarge();
    }
    Credit credit = admission.enter(Math.max(0, announced));
    try {
      return spool(body, credit);
    } catch (IOException | RuntimeException e) {
      credit.close();
      throw e;
    }
  }

  private SpooledDocument spool(InputStream body, Credit credit) throws IOException {
    SpoolFile file = folder.newFile();
    try {
      return write(body, file, credit);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private SpooledDocument write(InputStream body, SpoolFile file, Credit credit)
      throws IOException {
    MessageDigest sha256 = sha256();
    byte[] buffer = new byte[BUFFER_BYTES];
    long size = 0;
    try (OutputStream out = Files.newOutputStream(file.path())) {
      int filled = readFully(body, buffer, PdfHeader.WINDOW);
      requirePdf(buffer, filled);
      while (filled > 0) {
        size += filled;
        requireSize(size);
        credit.cover(size);
        sha256.update(buffer, 0, filled);
        out.write(buffer, 0, filled);
        filled = read(body, buffer, 0, buffer.length);
      }
    }
    return new SpooledDocument(file, size, HexFormat.of().formatHex(sha256.digest()), credit);
  }

  private static int readFully(InputStream body, byte[] buffer, int wanted) {
    int filled = 0;
    int count;
    while (filled < wanted && (count = read(body, buffer, filled, buffer.length - filled)) > 0) {
      filled += count;
    }
    return filled;
  }

  private static int read(InputStream body, byte[] buffer, int offset, int length) {
    try {
      return body.read(buffer, offset, length);
    } catch (IOException e) {
      throw new FailureException(
          FailureCode.UPLOAD_INTERRUPTED, "The document ended before it was complete.", e);
    }
  }

  private static void requirePdf(byte[] start, int length) {
    if (length <= 0) {
      throw new FailureException(FailureCode.EMPTY_BODY, "There is not one byte in it.");
    }
    if (!PdfHeader.isIn(start, length)) {
      throw new FailureException(
          FailureCode.NOT_A_PDF, "%PDF- does not stand in the first 1024 bytes.");
    }
  }

  private void requireSize(long size) {
    if (size > maxBytes) {
      throw tooLarge();
    }
  }

  /** The failure of a document that is, or announces to be, over the limit. */
  FailureException tooLarge() {
    return new FailureException(
        FailureCode.TOO_LARGE, "A document may have at most " + maxBytes + " bytes.");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has SHA-256", e);
    }
  }
}
