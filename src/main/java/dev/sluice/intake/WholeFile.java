package dev.sluice.intake;

import dev.sluice.model.document.PdfEnd;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads a file that its sender may still be writing. At the end of the bytes it throws {@link
 * FailureException} unless the file is complete: not empty, of the size it was listed with, and
 * with its end, if that is asked for. A PDF ends as {@link PdfEnd} says, a ZIP with its end record.
 */
public final class WholeFile extends FilterInputStream {

  private static final byte[] ZIP_END = {'P', 'K', 5, 6};

  /** Largest end record of a ZIP, with the longest comment, in bytes. */
  private static final int ZIP_TAIL = 22 + 65_535;

  /** Bytes before and after the place where one read ends, across which a mark may stand. */
  private static final int SEAM = PdfEnd.MARK_LENGTH - 1;

  private final long listed;
  private final boolean endRequired;
  private final Edge head = new Edge(FileKind.WINDOW);
  private final Edge tail = new Edge(2 * ZIP_TAIL);
  private byte[] lastBytes = {};
  private boolean pdfEnded;
  private long count;

  /** Reads the bytes of a file that was listed with this size, bytes. */
  public WholeFile(InputStream content, long listed, boolean endRequired) {
    super(content);
    this.listed = listed;
    this.endRequired = endRequired;
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
      lookForPdfEnd(buffer, offset, read);
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
    if (!endRequired) {
      return;
    }
    FileKind kind = FileKind.of(head.bytes, head.filled).orElse(null);
    if (kind == FileKind.PDF && !pdfEnded) {
      throw incomplete("It does not end with %%EOF.");
    }
    if (kind == FileKind.ZIP && !tail.hasInLast(ZIP_TAIL, ZIP_END)) {
      throw incomplete("The archive's end record is missing.");
    }
  }

  private void lookForPdfEnd(byte[] buffer, int offset, int length) {
    int begun = Math.min(length, SEAM);
    byte[] across = Arrays.copyOf(lastBytes, lastBytes.length + begun);
    System.arraycopy(buffer, offset, across, lastBytes.length, begun);
    noteMark(across, 0, across.length);
    noteMark(buffer, offset, offset + length);
    lastBytes =
        length >= SEAM
            ? Arrays.copyOfRange(buffer, offset + length - SEAM, offset + length)
            : Arrays.copyOfRange(across, Math.max(0, across.length - SEAM), across.length);
  }

  private void noteMark(byte[] bytes, int from, int to) {
    int mark = PdfEnd.lastMark(bytes, from, to);
    if (mark >= 0) {
      pdfEnded = PdfEnd.isEnd(bytes, mark);
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
