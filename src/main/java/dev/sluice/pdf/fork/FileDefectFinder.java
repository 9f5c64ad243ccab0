package dev.sluice.pdf.fork;

import dev.sluice.model.document.FileDefect;
import dev.sluice.model.document.PdfEnd;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is wrong with a file that PDFBox reads all the same, and without a word. */
final class FileDefectFinder {

  /** Bytes that are looked at at once, from the file's end backwards. */
  private static final int STEP = 1 << 16;

  /** Bytes before the end mark in which {@code startxref} stands (ISO 32000-1, 7.5.5). */
  private static final int TRAILER = 1024;

  /** Bytes in which the header stands, from which some writers count (Annex H.3, note 13). */
  private static final int HEADER = 1024;

  private static final Pattern START = Pattern.compile("startxref\\s+(\\d{1,18})");
  private static final Pattern TABLE = Pattern.compile("\\s*(xref|\\d+\\s+\\d+\\s+obj)");

  private final RandomAccessFile file;

  private FileDefectFinder(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * The file's defects.
   *
   * @param counted pages that it says it has, or less than 0 if it says nothing
   * @param found pages that it has
   */
  static List<FileDefect> find(File pdf, int counted, int found) throws IOException {
    List<FileDefect> defects = new ArrayList<>();
    try (RandomAccessFile file = new RandomAccessFile(pdf, "r")) {
      new FileDefectFinder(file).addDefectsOfEnd(defects);
    }
    if (counted > found) {
      defects.add(
          new FileDefect(
              FileDefect.REPAIRED,
              "It says that it has " + counted + " pages, but has " + found + "."));
    }
    return defects;
  }

  private void addDefectsOfEnd(List<FileDefect> defects) throws IOException {
    long end = findEnd();
    if (end < 0) {
      defects.add(
          new FileDefect(
              FileDefect.TRUNCATED, "It does not end with %%EOF: its last part may be missing."));
    }
    if (!hasCrossReferences(end < 0 ? file.length() : end)) {
      defects.add(
          new FileDefect(
              FileDefect.REPAIRED,
              "Its cross-reference table is not where it should be: its objects were searched for."));
    }
  }

  /** Where the end mark stands; -1 if there is none, or objects follow. */
  private long findEnd() throws IOException {
    long to = file.length();
    while (to > 0) {
      long from = Math.max(0, to - STEP);
      byte[] part = read(from, to);
      int mark = PdfEnd.lastMark(part, 0, part.length);
      if (mark >= 0) {
        return PdfEnd.isEnd(part, mark) ? from + mark : -1;
      }
      to = from == 0 ? 0 : from + PdfEnd.MARK_LENGTH - 1; // a mark may stand across
    }
    return -1;
  }

  private boolean hasCrossReferences(long end) throws IOException {
    Matcher start = START.matcher(text(Math.max(0, end - TRAILER), end));
    long offset = -1;
    while (start.find()) {
      offset = Long.parseLong(start.group(1));
    }
    return offset >= 0 && (isTable(offset) || isTable(offset + headerOffset()));
  }

  private boolean isTable(long offset) throws IOException {
    return offset < file.length()
        && TABLE.matcher(text(offset, Math.min(file.length(), offset + 64))).lookingAt();
  }

  private int headerOffset() throws IOException {
    return Math.max(0, text(0, Math.min(file.length(), HEADER)).indexOf("%PDF-"));
  }

  private String text(long from, long to) throws IOException {
    return new String(read(from, to), StandardCharsets.ISO_8859_1);
  }

  private byte[] read(long from, long to) throws IOException {
    byte[] part = new byte[(int) (to - from)];
    file.seek(from);
    file.readFully(part);
    return part;
  }
}
