package dev.sluice.pdf.table;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks at the distances between lines. */
final class LineSpacing {

  /** Of the size of the letters: rows further apart than this belong to different things. */
  private static final float FAR = 3.6f;

  /** Times the usual distance in a table: rows further apart than this are not of one. */
  private static final float MUCH_FARTHER = 1.9f;

  private static final int RECENT = 20; // lines

  /** Of the size of the letters: lines this near are not parted, however near others are. */
  private static final float NEAR = 2.2f;

  private LineSpacing() {}

  /** True when no two lines that follow each other are far apart. */
  static boolean isEven(List<SegmentedLine> lines) {
    return distances(lines).noneMatch(distance -> distance > 2 * FAR);
  }

  /** True when this line is too far below the others, or of another size, to be one of them. */
  static boolean isBreak(List<SegmentedLine> open, SegmentedLine line) {
    float distance = distance(open.get(open.size() - 1), line);
    List<SegmentedLine> recent = open.subList(Math.max(0, open.size() - 1 - RECENT), open.size());
    return distance > FAR
        || recent.size() > 3 && distance > NEAR && distance > MUCH_FARTHER * usual(recent);
  }

  /** True when this line is far below the one above it, and most lines are nearer. */
  static boolean isGap(List<SegmentedLine> lines, int at) {
    float distance = distance(lines.get(at - 1), lines.get(at));
    return distance > FAR && distance > MUCH_FARTHER * usual(lines);
  }

  private static float usual(List<SegmentedLine> lines) {
    List<Float> sorted = distances(lines).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** Between lines that follow each other. */
  private static Stream<Float> distances(List<SegmentedLine> lines) {
    return IntStream.range(1, lines.size())
        .mapToObj(at -> distance(lines.get(at - 1), lines.get(at)));
  }

  /** From baseline to baseline, as a multiple of the size of the letters. */
  static float distance(SegmentedLine upper, SegmentedLine lower) {
    return (lower.baseline() - upper.baseline()) / Math.max(upper.size(), lower.size());
  }
}
