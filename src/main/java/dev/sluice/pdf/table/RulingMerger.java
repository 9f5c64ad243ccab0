package dev.sluice.pdf.table;

import static dev.sluice.pdf.table.Rulings.across;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts pieces of horizontal rulings together that are drawn column by column. */
final class RulingMerger {

  /** Points between two pieces of one rule. */
  private static final float MAX_GAP = 14f;

  private RulingMerger() {}

  /** From top to bottom; takes them so too. */
  static List<Ruling> inRows(List<Ruling> horizontal) {
    List<Ruling> sorted = new ArrayList<>(horizontal);
    sorted.sort(
        Comparator.<Ruling>comparingInt(line -> Math.round(across(line)))
            .thenComparing(Ruling::x1));
    List<Ruling> rows = new ArrayList<>();
    for (Ruling line : sorted) {
      Ruling last = rows.isEmpty() ? null : rows.get(rows.size() - 1);
      if (last != null && goesOn(last, line)) {
        float end = Math.max(last.x2(), line.x2());
        rows.set(
            rows.size() - 1, new Ruling(last.x1(), last.y1(), end, last.y2(), last.thickness()));
      } else {
        rows.add(line);
      }
    }
    return rows;
  }

  private static boolean goesOn(Ruling last, Ruling next) {
    return Math.abs(across(last) - across(next)) <= 1f
        && next.x1() >= last.x1()
        && next.x1() - last.x2() <= MAX_GAP;
  }
}
