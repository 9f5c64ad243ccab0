package dev.sluice.intake;

import java.util.Optional;

/** The kind of a file, told by its first bytes and not by its name. */
public enum FileKind {
  /** A document. */
  PDF,
  /** An archive. */
  ZIP;

  /** Number of leading bytes that decide the kind; a shorter file is judged by all of its bytes. */
  static final int WINDOW = PdfHeader.WINDOW;

  /**
   * The kind; empty if it is neither. ZIP is checked first, as an archive may hold a PDF's header
   * early on.
   */
  static Optional<FileKind> of(byte[] start, int length) {
    if (isZip(start, length)) {
      return Optional.of(ZIP);
    }
    return PdfHeader.isIn(start, length) ? Optional.of(PDF) : Optional.empty();
  }

  // The header of a first entry, or the end of an empty directory.
  private static boolean isZip(byte[] start, int length) {
    return length >= 4
        && start[0] == 'P'
        && start[1] == 'K'
        && (start[2] == 3 && start[3] == 4 || start[2] == 5 && start[3] == 6);
  }
}
