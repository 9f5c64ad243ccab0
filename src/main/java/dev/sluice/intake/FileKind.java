package dev.sluice.intake;

import java.util.Optional;

/** What a file is by its first bytes, whatever its name. */
public enum FileKind {
  /** A document. */
  PDF,
  /** An archive. */
  ZIP;

  /** How many bytes, if there are as many, tell what it is. */
  static final int WINDOW = PdfHeader.WINDOW;

  /** The kind, or nothing. A ZIP may hold a PDF's header early on, so it is looked for first. */
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
