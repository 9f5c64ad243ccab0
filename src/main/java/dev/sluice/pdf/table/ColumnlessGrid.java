package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recognises lattices that leave columns together: many lines of their cells fall into pieces far
 * apart. So it is when one column of a table is shaded and the others are parted by white space.
 */
final class ColumnlessGrid {

  /** Of the size of the letters: wider than any space between words. */
  private static final float FAR = 1.3f;

  /** Of the lines of all cells. */
  private static final float MIN_PARTED = 0.3f;

  private static final int MIN_LINES = 3;

  private ColumnlessGrid() {}

  static boolean is(Table table) {
    Set<Integer> lines = new HashSet<>(); // by their baselines, in points
    Set<Integer> parted = new HashSet<>();
    for (Cell cell : table.cells()) {
      for (TextLine line : TextLine.of(cell.words())) {
        int baseline = Math.round(line.words().get(0).baseline());
        lines.add(baseline);
        if (isParted(Segment.of(line))) {
          parted.add(baseline);
        }
      }
    }
    return parted.size() >= MIN_LINES && parted.size() >= MIN_PARTED * lines.size();
  }

  private static boolean isParted(List<Segment> segments) {
    for (int at = 1; at < segments.size(); at++) {
      Segment left = segments.get(at - 1);
      if (segments.get(at).left() - left.right() > FAR * left.size()) {
        return true;
      }
    }
    return false;
  }
}
