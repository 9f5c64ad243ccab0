package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts a page on which prose or tables stand in two columns. Lines that stand side by side there
 * have nothing to do with each other, though they look like rows. What lies across both columns, as
 * a wide table between them, stays together.
 */
final class ColumnFlows {

  private static final int MIN_WORDS = 4;

  /** Lines between lines of prose that are no prose: with more of them it may be a table. */
  private static final int FEW = 3;

  /** Of the size of the letters: names begin this near to the edge of their column. */
  private static final float INDENT = 3f;

  private final List<SegmentedLine> lines;
  private final float gutter;
  private final boolean[] prose;

  private ColumnFlows(List<SegmentedLine> lines, float gutter) {
    this.lines = lines;
    this.gutter = gutter;
    this.prose = new boolean[lines.size()];
  }

  /** The flows of a page with this width in points; their order says nothing. */
  static List<Flow> of(float width, Flow page) {
    List<Flow> flows = List.of(page);
    for (Float gutter : new Gutters(width, page.lines()).find()) {
      flows =
          flows.stream()
              .flatMap(flow -> new ColumnFlows(flow.lines(), gutter).parted().stream())
              .toList();
    }
    return flows;
  }

  private List<Flow> parted() {
    boolean[] columns = inColumns();
    List<List<Word>> flows = new ArrayList<>();
    int from = 0;
    while (from < lines.size()) {
      int to = from;
      while (to < lines.size() && columns[to] == columns[from]) {
        to++;
      }
      add(lines.subList(from, to), columns[from], flows);
      from = to;
    }
    return flows.stream().filter(words -> !words.isEmpty()).map(Flow::of).toList();
  }

  private void add(List<SegmentedLine> run, boolean inColumns, List<List<Word>> flows) {
    List<Word> words = run.stream().flatMap(line -> line.words().stream()).toList();
    if (inColumns) {
      flows.add(words.stream().filter(word -> word.box().x() < gutter).toList());
      flows.add(words.stream().filter(word -> word.box().x() >= gutter).toList());
    } else {
      flows.add(words);
    }
  }

  /** Of each line, whether what is on one side of the gutter is apart from the other side. */
  private boolean[] inColumns() {
    boolean[] columns = new boolean[lines.size()];
    int from = 0;
    while (from < lines.size()) {
      int to = from;
      while (to < lines.size() && isOpen(lines.get(to))) {
        to++;
      }
      markRun(from, to, columns);
      from = to + 1;
    }
    return columns;
  }

  /** Open lines: those of prose are in columns, and others when they go with them. */
  private void markRun(int from, int to, boolean[] columns) {
    markProse(from, to);
    int at = from;
    while (at < to) {
      int end = endOfRun(at, to);
      boolean beside = at > from || end < to;
      boolean apart = prose[at] || end - at <= FEW && beside || hasSecondColumn(at, end);
      Arrays.fill(columns, at, end, apart);
      at = end;
    }
  }

  /** Which of these lines are prose; one or two amid others may be long names in a table. */
  private void markProse(int from, int to) {
    for (int at = from; at < to; at++) {
      prose[at] = isProse(lines.get(at));
    }
    int at = from;
    while (at < to) {
      int end = endOfRun(at, to);
      if (prose[at] && end - at < FEW && at > from && end < to) {
        Arrays.fill(prose, at, end, false);
      }
      at = end;
    }
  }

  private int endOfRun(int from, int to) {
    int end = from;
    while (end < to && prose[end] == prose[from]) {
      end++;
    }
    return end;
  }

  /** True when most of what is right of the gutter begins there, as names in a table do. */
  private boolean hasSecondColumn(int from, int to) {
    long all = 0;
    long there = 0;
    for (SegmentedLine line : lines.subList(from, to)) {
      for (Segment segment : line.segments()) {
        if (segment.left() >= gutter) {
          float off = segment.left() - gutter;
          all++;
          there += off <= INDENT * segment.size() && !segment.isFigure() ? 1 : 0;
          break;
        }
      }
    }
    return all >= 2 && there >= 0.6f * all;
  }

  private boolean isProse(SegmentedLine line) {
    return line.segments().stream().anyMatch(this::isProse);
  }

  /** Prose that ends near the gutter or begins there. */
  private boolean isProse(Segment segment) {
    boolean near =
        segment.left() < gutter
            ? gutter - segment.right() < 0.35f * segment.box().width()
            : segment.left() - gutter <= INDENT * segment.size();
    return near && segment.isProse(MIN_WORDS);
  }

  /** True when nothing stands across the gutter. */
  private boolean isOpen(SegmentedLine line) {
    return line.segments().stream()
        .noneMatch(
            segment -> segment.left() < gutter - Gutters.SAME_EDGE && segment.right() > gutter);
  }
}
