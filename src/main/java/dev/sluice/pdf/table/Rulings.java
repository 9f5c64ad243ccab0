package dev.sluice.pdf.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rulings of a page, whose pieces on one straight line are put together.
 *
 * @param horizontal from top to bottom
 * @param vertical from left to right
 */
record Rulings(List<Ruling> horizontal, List<Ruling> vertical) {

  /** Two lines closer than this, in points, are one; pieces with a smaller gap belong together. */
  static final float SNAP = 2f;

  /** Shorter ones, in points, are parts of drawings or letters. */
  private static final float MIN_LENGTH = 6;

  static Rulings of(List<Ruling> rulings) {
    List<Ruling> horizontal = new ArrayList<>();
    List<Ruling> vertical = new ArrayList<>();
    for (Ruling ruling : rulings) {
      (ruling.isHorizontal() ? horizontal : vertical).add(ruling);
    }
    return new Rulings(joined(horizontal), joined(vertical));
  }

  /** Without the edges of areas, which may be there to tell rows apart and nothing else. */
  Rulings drawn() {
    return new Rulings(
        horizontal.stream().filter(line -> line.thickness() > 0).toList(),
        vertical.stream().filter(line -> line.thickness() > 0).toList());
  }

  private static List<Ruling> joined(List<Ruling> rulings) {
    List<Ruling> sorted = new ArrayList<>(rulings);
    sorted.sort(Comparator.comparingDouble(Rulings::across));
    List<Ruling> joined = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= sorted.size(); at++) {
      if (at == sorted.size() || across(sorted.get(at)) - across(sorted.get(from)) > SNAP) {
        join(sorted.subList(from, at), joined);
        from = at;
      }
    }
    joined.removeIf(ruling -> ruling.length() < MIN_LENGTH);
    return joined;
  }

  /** Puts pieces of nearly the same line together where they touch. */
  private static void join(List<Ruling> line, List<Ruling> joined) {
    List<Ruling> pieces = new ArrayList<>(line);
    pieces.sort(Comparator.comparingDouble(Rulings::start));
    Ruling current = pieces.get(0);
    for (Ruling piece : pieces.subList(1, pieces.size())) {
      if (start(piece) <= end(current) + SNAP) {
        current = together(current, piece);
      } else {
        joined.add(current);
        current = piece;
      }
    }
    joined.add(current);
  }

  private static Ruling together(Ruling one, Ruling other) {
    Ruling longer = one.length() >= other.length() ? one : other;
    float thickness = Math.max(one.thickness(), other.thickness());
    float end = Math.max(end(one), end(other));
    return longer.isHorizontal()
        ? new Ruling(start(one), longer.y1(), end, longer.y2(), thickness)
        : new Ruling(longer.x1(), start(one), longer.x2(), end, thickness);
  }

  /** Where it lies: y of a horizontal one, x of a vertical one. */
  static float across(Ruling ruling) {
    return ruling.isHorizontal()
        ? (ruling.y1() + ruling.y2()) / 2
        : (ruling.x1() + ruling.x2()) / 2;
  }

  /** Those that lie between two places, in their order. */
  static Stream<Ruling> between(float from, float to, List<Ruling> rulings) {
    return rulings.stream().filter(ruling -> across(ruling) > from && across(ruling) < to);
  }

  /** Where it begins, from the left or from the top. */
  static float start(Ruling ruling) {
    return ruling.isHorizontal() ? ruling.x1() : ruling.y1();
  }

  /** Where it ends. */
  static float end(Ruling ruling) {
    return ruling.isHorizontal() ? ruling.x2() : ruling.y2();
  }
}
