package dev.sluice.parse.layout;

import java.util.List;

/** Looks at the distances between lines. */
final class Spacing {

  /** Of the size of the letters: rows further apart than this belong to different things. */
  static final float FAR = 3.6f;

  private Spacing() {}

  /** True when no two lines that follow each other are far apart. */
  static boolean isEven(List<Line> lines) {
    for (int at = 1; at < lines.size(); at++) {
      if (distance(lines.get(at - 1), lines.get(at)) > 2 * FAR) {
        return false;
      }
    }
    return true;
  }

  /** From baseline to baseline, as a multiple of the size of the letters. */
  static float distance(Line upper, Line lower) {
    return (lower.baseline() - upper.baseline()) / Math.max(upper.size(), lower.size());
  }
}
