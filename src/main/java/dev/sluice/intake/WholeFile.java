package dev.sluice.intake;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads a file that its sender may still be writing. At the end of the bytes it throws {@link
 * FailureException} unless the file is complete: of the size it was listed with, a PDF with its end
 * mark, a ZIP with its end record.
 */
public final class WholeFile extends FilterInputStream {

  private static final byte[] PDF_END = "%%EOF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP_END = {'P', 'K', 5, 6};

  /** Bytes at the end of a PDF that may hold its end mark (ISO 32000-1, Annex H.3, note 18). */
  private static final int PDF_TAIL = 1024;

  /** Largest end record of a ZIP, with the longest comment, in bytes. */
  private static final int ZIP_TAIL = 22 + 65_535;

  private final long listed;
  private final Edge head = new Edge(FileKind.WINDOW);
  private final Edge tail = new Edge(2 * ZIP_TAIL);
  private long count;

  /** Reads the bytes of a file that was listed with this size, bytes. */
  public WholeFile(InputStream content, long listed) {
    super(content);
    this.listed = listed;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    if (read < 0) {
      requireEnd();
    } else {
      count += read;
      head.fill(buffer, offset, read);
      tail.roll(buffer, offset, read);
    }
    return read;
  }

  @Override
  public long skip(long bytes) throws IOException {
    return readNBytes((int) Math.min(bytes, ZIP_TAIL)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void requireEnd() {
    if (count != listed) {
      throw incomplete("It was listed with " + listed + " bytes, but has " + count + ".");
    }
    if (count == 0) {
      throw incomplete("The file is empty.");
    }
    FileKind kind = FileKind.of(head.bytes, head.filled).orElse(null);
    if (kind == FileKind.PDF && !tail.hasInLast(PDF_TAIL, PDF_END)) {
      throw incomplete("%%EOF does not stand in its last 1024 bytes.");
    }
    if (kind == FileKind.ZIP && !tail.hasInLast(ZIP_TAIL, ZIP_END)) {
      throw incomplete("The archive's end record is missing.");
    }
  }

  private static FailureException incomplete(String detail) {
    return new FailureException(FailureCode.INCOMPLETE_FILE, detail);
  }

  /** The first or the last bytes of a stream. */
  private static final class Edge {
    private final byte[] bytes;
    private int filled;

    Edge(int size) {
      bytes = new byte[size];
    }

    void fill(byte[] buffer, int offset, int length) {
      int room = Math.min(length, bytes.length - filled);
      System.arraycopy(buffer, offset, bytes, filled, room);
      filled += room;
    }

    /** Keeps at least the last half of what it can hold. */
    void roll(byte[] buffer, int offset, int length) {
      int half = bytes.length / 2;
      int kept = Math.min(length, half);
      if (filled + kept > bytes.length) {
        System.arraycopy(bytes, filled - half, bytes, 0, half);
        filled = half;
      }
      fill(buffer, offset + length - kept, kept);
    }

    boolean hasInLast(int window, byte[] mark) {
      int first = Math.max(0, filled - window);
      for (int at = filled - mark.length; at >= first; at--) {
        if (Arrays.equals(bytes, at, at + mark.length, mark, 0, mark.length)) {
          return true;
        }
      }
      return false;
    }
  }
}
