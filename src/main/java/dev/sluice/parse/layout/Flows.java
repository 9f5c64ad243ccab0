package dev.sluice.parse.layout;

import dev.sluice.content.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts a page whose prose is set in two columns: lines that stand side by side there have nothing
 * to do with each other, though they look like rows.
 */
final class Flows {

  /** Lines of prose that begin at one x before it is taken for that of a column. */
  private static final int MIN_LINES = 5;

  private static final int MIN_WORDS = 4;

  /** Of the page's width: prose begins further left in its first column. */
  private static final float LEFT = 0.25f;

  /** Of the page's width: many lines of prose end as near to the next column. */
  private static final float NEAR = 0.09f;

  private static final float SAME_EDGE = 2f;

  private final PageLayout page;
  private final List<Line> lines;

  private Flows(PageLayout page, List<Word> words) {
    this.page = page;
    this.lines = Line.of(words);
  }

  /** The words of each flow; the order of the flows says nothing. */
  static List<List<Word>> of(PageLayout page, List<Word> words) {
    return new Flows(page, words).parted(words);
  }

  private List<List<Word>> parted(List<Word> words) {
    Float gutter = gutter();
    if (gutter == null) {
      return List.of(words);
    }
    List<List<Word>> flows = new ArrayList<>();
    int from = 0;
    while (from < lines.size()) {
      int to = from;
      while (to < lines.size()
          && isOpen(lines.get(to), gutter) == isOpen(lines.get(from), gutter)) {
        to++;
      }
      add(lines.subList(from, to), gutter, flows);
      from = to;
    }
    return joined(flows);
  }

  /** Lines across the gutter belong to one flow, so long as nothing stands in columns between. */
  private static List<List<Word>> joined(List<List<Word>> flows) {
    flows.removeIf(List::isEmpty);
    return flows;
  }

  private void add(List<Line> run, float gutter, List<List<Word>> flows) {
    List<Word> words = run.stream().flatMap(line -> line.words().stream()).toList();
    if (isOpen(run.get(0), gutter) && hasProse(run, gutter)) {
      flows.add(words.stream().filter(word -> word.box().x() < gutter).toList());
      flows.add(words.stream().filter(word -> word.box().x() >= gutter).toList());
    } else {
      flows.add(words);
    }
  }

  /** Of lines on either side. */
  private static boolean hasProse(List<Line> run, float gutter) {
    long left = run.stream().filter(line -> isProse(line, gutter, true)).count();
    long right = run.stream().filter(line -> isProse(line, gutter, false)).count();
    return left + right >= Math.max(3, run.size() / 3);
  }

  private static boolean isProse(Line line, float gutter, boolean left) {
    return line.segments().stream()
        .anyMatch(it -> it.left() < gutter == left && it.isProse(MIN_WORDS));
  }

  /** True when nothing stands across the gutter. */
  private static boolean isOpen(Line line, float gutter) {
    return line.segments().stream()
        .noneMatch(segment -> segment.left() < gutter - SAME_EDGE && segment.right() > gutter);
  }

  /** Where the right column begins; null when the page has none. */
  private Float gutter() {
    Float best = null;
    long most = MIN_LINES - 1;
    for (Line line : lines) {
      for (Segment segment : line.segments()) {
        long count = isRightProse(segment) ? beginnings(segment.left()) : 0;
        if (count > most && hasLeftProse(segment.left())) {
          most = count;
          best = segment.left() - SAME_EDGE;
        }
      }
    }
    return best;
  }

  private boolean isRightProse(Segment segment) {
    float x = segment.left() / page.width();
    return x > 0.3f && x < 0.72f && segment.isProse(MIN_WORDS) && fillsColumn(segment);
  }

  private boolean fillsColumn(Segment segment) {
    return segment.box().width() > 0.18f * page.width();
  }

  private long beginnings(float x) {
    return lines.stream()
        .filter(line -> line.segments().size() <= 2)
        .flatMap(line -> line.segments().stream())
        .filter(segment -> Math.abs(segment.left() - x) <= SAME_EDGE && isRightProse(segment))
        .count();
  }

  /** Prose that ends left of the gutter and is about as wide as what is right of it may be. */
  private boolean hasLeftProse(float x) {
    return lines.stream()
            .flatMap(line -> line.segments().stream())
            .filter(it -> it.left() < LEFT * page.width())
            .filter(it -> it.right() < x && it.right() > x - NEAR * page.width())
            .filter(it -> it.isProse(MIN_WORDS) && fillsColumn(it))
            .count()
        >= MIN_LINES;
  }
}
