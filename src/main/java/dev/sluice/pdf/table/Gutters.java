package dev.sluice.pdf.table;

import java.util.ArrayList;
import java.util.List;

/** Finds where the second of two columns begins, of prose or of tables with titles of their own. */
final class Gutters {

  /** Lines of prose that begin at one x before it is taken for that of a column. */
  private static final int MIN_LINES = 5;

  private static final int MIN_WORDS = 4;

  /** Of the page's width: prose begins further left in its first column. */
  private static final float LEFT = 0.25f;

  /** Of the page's width: many lines of prose end as near to the next column. */
  private static final float NEAR = 0.09f;

  static final float SAME_EDGE = 2f;

  private final float width;
  private final List<SegmentedLine> lines;

  Gutters(float width, List<SegmentedLine> lines) {
    this.width = width;
    this.lines = lines;
  }

  /** Each is an x right before the second column; none, one or two. */
  List<Float> find() {
    List<Float> found = new ArrayList<>();
    add(prose(), found);
    add(titled(), found);
    return found;
  }

  private static void add(Float gutter, List<Float> found) {
    boolean isNew =
        gutter != null && found.stream().allMatch(it -> Math.abs(it - gutter) > 2 * SAME_EDGE);
    if (isNew) {
      found.add(gutter);
    }
  }

  /** By a table's title that stands in the right half, beside something in the left one. */
  private Float titled() {
    for (SegmentedLine line : lines) {
      for (Segment segment : line.segments()) {
        if (isRight(segment) && Caption.isTitle(segment) && isBeside(segment)) {
          return segment.left() - SAME_EDGE;
        }
      }
    }
    return null;
  }

  private boolean isBeside(Segment title) {
    float reach = 2 * title.size();
    return lines.stream()
        .filter(line -> Math.abs(line.box().y() - title.box().y()) < reach)
        .flatMap(line -> line.segments().stream())
        .anyMatch(segment -> segment.right() < title.left());
  }

  /** By the beginnings of lines; null when there is no second column. */
  private Float prose() {
    Float best = null;
    long most = MIN_LINES - 1;
    List<Segment> starts = rightProse(2);
    if (starts.size() <= most) {
      return best;
    }
    for (Segment segment : rightProse(Integer.MAX_VALUE)) {
      float x = segment.left();
      long count = starts.stream().filter(it -> Math.abs(it.left() - x) <= SAME_EDGE).count();
      if (count > most && hasLeftProse(x)) {
        most = count;
        best = x - SAME_EDGE;
      }
    }
    return best;
  }

  private boolean isRight(Segment segment) {
    float x = segment.left() / width;
    return x > 0.3f && x < 0.72f;
  }

  private boolean isRightProse(Segment segment) {
    return isRight(segment) && segment.isProse(MIN_WORDS) && fillsColumn(segment);
  }

  private boolean fillsColumn(Segment segment) {
    return segment.box().width() > 0.18f * width;
  }

  /** Of the lines with so few segments. */
  private List<Segment> rightProse(int segments) {
    return lines.stream()
        .filter(line -> line.segments().size() <= segments)
        .flatMap(line -> line.segments().stream())
        .filter(this::isRightProse)
        .toList();
  }

  /** Prose that ends left of the gutter and is about as wide as what is right of it may be. */
  private boolean hasLeftProse(float x) {
    return lines.stream()
            .flatMap(line -> line.segments().stream())
            .filter(it -> it.left() < LEFT * width)
            .filter(it -> it.right() < x && it.right() > x - NEAR * width)
            .filter(it -> it.isProse(MIN_WORDS) && fillsColumn(it))
            .count()
        >= MIN_LINES;
  }
}
