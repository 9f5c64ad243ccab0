package dev.sluice.document;

/**
 * Pages that follow each other.
 *
 * @param from the first, at least 1
 * @param to the last, at least {@code from}
 */
public record PageRange(int from, int to) {

  /** Throws {@link IllegalArgumentException} when there is no such range. */
  public PageRange {
    if (from < 1 || to < from) {
      throw new IllegalArgumentException("no pages: " + from + " to " + to);
    }
  }

  /** How many pages these are. */
  public int size() {
    return to - from + 1;
  }

  /** True when this page is one of them. */
  public boolean contains(int number) {
    return from <= number && number <= to;
  }
}
