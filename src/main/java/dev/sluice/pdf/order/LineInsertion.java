package dev.sluice.pdf.order;

import dev.sluice.pdf.content.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts lines that a page draws at its end, as it does values of form fields, to the lines beside
 * which they stand.
 */
public final class LineInsertion {

  /** Comparisons; beyond them lines stay as they are drawn. */
  private static final long MAX_COMPARISONS = 20_000_000;

  /** Of the size of the larger letters: baselines of one line are not farther apart. */
  private static final float SAME_LINE = 0.5f;

  /** Points. */
  private static final float TOLERANCE = 2;

  private LineInsertion() {}

  /** All lines; those without a neighbour come last, in their order. */
  public static List<PageLine> insert(List<PageLine> drawn, List<PageLine> more) {
    if (more.isEmpty()) {
      return drawn;
    }
    List<PageLine> lines = new ArrayList<>(drawn);
    boolean sorts = (long) more.size() * (drawn.size() + more.size()) <= MAX_COMPARISONS;
    for (PageLine line : more) {
      if (sorts) {
        insert(line, lines);
      } else {
        lines.add(line);
      }
    }
    return lines;
  }

  private static void insert(PageLine line, List<PageLine> lines) {
    Box box = line.level();
    int before = -1;
    int behind = -1;
    for (int at = 0; at < lines.size(); at++) {
      PageLine other = lines.get(at);
      if (!isBeside(line, other)) {
        continue;
      }
      Box place = other.level();
      if (place.right() <= box.x() + TOLERANCE) {
        before = before < 0 || place.right() >= right(lines, before) ? at : before;
      } else if (place.x() < box.x()) {
        lines.set(at, other.with(line, placeIn(other, box.x())));
        return;
      } else {
        behind = behind < 0 || place.x() < lines.get(behind).level().x() ? at : behind;
      }
    }
    lines.add(before >= 0 ? before + 1 : behind >= 0 ? behind : lines.size(), line);
  }

  private static float right(List<PageLine> lines, int at) {
    return lines.get(at).level().right();
  }

  private static boolean isBeside(PageLine line, PageLine other) {
    float apart = Math.abs(line.baseline() - other.baseline());
    return line.quarter() == other.quarter()
        && apart < SAME_LINE * Math.max(line.size(), other.size());
  }

  /** Before which of its words something stands that begins here. */
  private static int placeIn(PageLine line, float x) {
    for (int at = 0; at < line.words().size(); at++) {
      if (line.level(line.words().get(at).box()).x() > x) {
        return at;
      }
    }
    return line.words().size();
  }
}
