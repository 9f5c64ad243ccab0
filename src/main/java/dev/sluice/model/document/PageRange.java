package dev.sluice.model.document;

import java.util.ArrayList;
import java.util.List;

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

  /**
   * Splits the pages from 1 to {@code pages} into as few ranges as {@code maxPages} allows, of
   * similar size.
   */
  public static List<PageRange> split(int pages, int maxPages) {
    int size = divideUp(pages, divideUp(pages, maxPages));
    List<PageRange> ranges = new ArrayList<>();
    for (int from = 1; from <= pages; from += size) {
      ranges.add(new PageRange(from, Math.min(pages, from + size - 1)));
    }
    return ranges;
  }

  private static int divideUp(int amount, int by) {
    return (amount - 1) / by + 1;
  }

  /** Number of pages. */
  public int size() {
    return to - from + 1;
  }

  /** True when the page is in the range. */
  public boolean contains(int number) {
    return from <= number && number <= to;
  }
}
