package dev.sluice.pdf;

/** Which documents are complete although some of their pages could not be read. */
public enum GapTolerance {
  /** None: a document ends with the failure of the first page that cannot be read. */
  NONE,
  /** Those of which at least one page could be read. */
  SOME,
  /** All, even those of which no page could be read. */
  ALL;

  boolean accepts(int pagesRead, int gaps) {
    return switch (this) {
      case NONE -> gaps == 0;
      case SOME -> pagesRead > 0;
      case ALL -> true;
    };
  }
}
