package dev.sluice.pdf.table;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Measures how well what stands in columns is lined up: on the left, on the right or centred. */
final class Alignment {

  private static final float TOLERANCE = 0.3f; // of the size of the letters

  private Alignment() {}

  /** From 0 to 1: how much of what stands behind the first column is in line with most of it. */
  static float of(AlignedTable table) {
    int all = 0;
    int aligned = 0;
    for (int column = 1; column < table.columns().count(); column++) {
      List<Segment> segments = segments(table, column);
      all += segments.size();
      aligned += segments.size() < 2 ? 0 : aligned(segments);
    }
    return all == 0 ? 0 : aligned / (float) all;
  }

  private static List<Segment> segments(AlignedTable table, int column) {
    return table.lines().stream()
        .map(line -> line.at(column))
        .filter(Objects::nonNull)
        .filter(piece -> piece.span() == 1)
        .map(GridPiece::segment)
        .toList();
  }

  private static int aligned(List<Segment> segments) {
    int left = most(segments, Segment::left);
    int right = most(segments, Segment::right);
    return Math.max(Math.max(left, right), most(segments, Segment::center));
  }

  /** How many at most have it at nearly the same place. */
  private static int most(List<Segment> segments, Function<Segment, Float> edge) {
    List<Float> edges = segments.stream().map(edge).sorted().toList();
    float tolerance = TOLERANCE * segments.get(0).size();
    int best = 0;
    int from = 0;
    for (int at = 0; at < edges.size(); at++) {
      while (edges.get(at) - edges.get(from) > 2 * tolerance) {
        from++;
      }
      best = Math.max(best, at - from + 1);
    }
    return best;
  }
}
