package dev.sluice.pdf.table;

import java.util.ArrayList;
import java.util.List;

/** Looks at the distances between lines. */
final class LineSpacing {

  /** Of the size of the letters: rows further apart than this belong to different things. */
  static final float FAR = 3.6f;

  private LineSpacing() {}

  /** True when no two lines that follow each other are far apart. */
  static boolean isEven(List<SegmentedLine> lines) {
    for (int at = 1; at < lines.size(); at++) {
      if (distance(lines.get(at - 1), lines.get(at)) > 2 * FAR) {
        return false;
      }
    }
    return true;
  }

  /** Times the usual distance in a table: rows further apart than this are not of one. */
  private static final float MUCH_FARTHER = 1.9f;

  private static final int RECENT = 20; // lines
  private static final float NEAR = 2.2f;

  /** True when this line is too far below the others, or of another size, to be one of them. */
  static boolean isBreak(List<SegmentedLine> open, SegmentedLine line) {
    float distance = distance(open.get(open.size() - 1), line);
    if (distance > FAR) {
      return true;
    }
    List<Float> usual = new ArrayList<>();
    for (int at = Math.max(1, open.size() - RECENT); at < open.size(); at++) {
      usual.add(distance(open.get(at - 1), open.get(at)));
    }
    usual.sort(Float::compare);
    return usual.size() >= 3
        && distance > NEAR
        && distance > MUCH_FARTHER * usual.get(usual.size() / 2);
  }

  /** True when this line is far below the one above it, and most lines are nearer. */
  static boolean isGap(List<SegmentedLine> lines, int at) {
    float distance = distance(lines.get(at - 1), lines.get(at));
    if (distance <= FAR) {
      return false;
    }
    List<Float> usual = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      usual.add(distance(lines.get(line - 1), lines.get(line)));
    }
    usual.sort(Float::compare);
    return distance > MUCH_FARTHER * usual.get(usual.size() / 2);
  }

  /** From baseline to baseline, as a multiple of the size of the letters. */
  static float distance(SegmentedLine upper, SegmentedLine lower) {
    return (lower.baseline() - upper.baseline()) / Math.max(upper.size(), lower.size());
  }
}
