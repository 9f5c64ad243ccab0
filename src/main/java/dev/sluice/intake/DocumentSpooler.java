package dev.sluice.intake;

import dev.sluice.intake.IncomingFile.Place;
import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.Credit;
import dev.sluice.intake.archive.ArchiveSettings;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.spool.ReadBuffer;
import dev.sluice.model.spool.SpoolFile;
import dev.sluice.model.spool.SpoolFolder;
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

  private final SpoolFolder folder;
  private final Admission admission;
  private final long maxBytes;
  private final long maxArchiveBytes;

  DocumentSpooler(
      SpoolFolder folder, Admission admission, IntakeSettings settings, ArchiveSettings archives) {
    this.folder = folder;
    this.admission = admission;
    this.maxBytes = settings.maxSize().toBytes();
    this.maxArchiveBytes = archives.maxSize().toBytes();
  }

  /** The most that a document may have, in bytes. */
  public long maxBytes() {
    return maxBytes;
  }

  /** The most that a document or an archive may have, in bytes. */
  public long maxBytesOfAny() {
    return Math.max(maxBytes, maxArchiveBytes);
  }

  /**
   * Reads the stream to its end, under a credit. Throws {@link FailureException} as soon as there
   * is no room for it, or it is known to be empty, no PDF, too large or cut off; nothing is left
   * behind then.
   *
   * @param announced its size in bytes as the sender says, or less than 1 if unknown
   */
  public SpooledDocument spool(InputStream body, long announced) throws IOException {
    return spool(body, announced, Place.AMONG_OTHERS);
  }

  /** As {@link #spool(InputStream, long)}; by its place, it may be an archive as well. */
  SpooledDocument spool(InputStream body, long announced, Place place) throws IOException {
    if (announced > (place == Place.ALONE ? maxBytesOfAny() : maxBytes)) {
      throw tooLarge();
    }
    // An archive's entries come one after the other: they add one document to what it takes.
    Credit credit =
        place == Place.IN_ARCHIVE ? Credit.covered() : admission.enter(Math.max(0, announced));
    try {
      return spool(body, place, credit);
    } catch (IOException | RuntimeException e) {
      credit.close();
      throw e;
    }
  }

  private SpooledDocument spool(InputStream body, Place place, Credit credit) throws IOException {
    SpoolFile file = folder.newFile();
    try {
      return write(body, place, file, credit);
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private SpooledDocument write(InputStream body, Place place, SpoolFile file, Credit credit)
      throws IOException {
    MessageDigest sha256 = sha256();
    ReadBuffer buffer = new ReadBuffer();
    long size = 0;
    FileKind kind;
    try (OutputStream out = Files.newOutputStream(file.path())) {
      int filled = readFully(body, buffer.bytes(), FileKind.WINDOW);
      kind = kindOf(buffer.bytes(), filled, place);
      while (filled > 0) {
        size += filled;
        requireSize(kind, size);
        credit.cover(size);
        sha256.update(buffer.bytes(), 0, filled);
        out.write(buffer.bytes(), 0, filled);
        buffer.grow(filled);
        filled = read(body, buffer.bytes(), 0, buffer.bytes().length);
      }
    }
    return new SpooledDocument(kind, file, size, HexFormat.of().formatHex(sha256.digest()), credit);
  }

  private static int readFully(InputStream body, byte[] buffer, int wanted) {
    int filled = 0;
    int count;
    while (filled < wanted && (count = read(body, buffer, filled, wanted - filled)) > 0) {
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

  private static FileKind kindOf(byte[] start, int length, Place place) {
    if (length <= 0) {
      throw new FailureException(FailureCode.EMPTY_BODY, "The file is empty.");
    }
    FileKind kind =
        FileKind.of(start, length)
            .orElseThrow(() -> notPdf("%PDF- does not stand in the first 1024 bytes."));
    if (kind == FileKind.ZIP && place != Place.ALONE) {
      throw notPdf("The file is a ZIP archive, which this address does not accept.");
    }
    return kind;
  }

  private static FailureException notPdf(String detail) {
    return new FailureException(FailureCode.NOT_A_PDF, detail);
  }

  /** Throws {@link FailureException} if a file of this kind is over its limit, in bytes. */
  public void requireSize(FileKind kind, long size) {
    if (kind == FileKind.PDF && size > maxBytes) {
      throw tooLarge();
    }
    if (kind == FileKind.ZIP && size > maxArchiveBytes) {
      throw new FailureException(
          FailureCode.TOO_LARGE, "An archive may have at most " + maxArchiveBytes + " bytes.");
    }
  }

  /** The failure of a document that is, or announces to be, over the limit. */
  public FailureException tooLarge() {
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
