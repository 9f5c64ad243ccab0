package dev.sluice.pdf.order;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Puts lines right that go across columns of running text, or columns that are drawn in a wrong
 * order. What is drawn column by column stays as it is, and so do tables: their columns are narrow.
 * The rows of tables do not serve here: these keep the order of drawing and run in any direction,
 * and with the tolerances of tables a line of running text falls apart.
 */
final class ColumnCorrection {

  /** Beyond it a page is a drawing, and not worth the time. */
  private static final int MAX_ROWS = 1000;

  private static final int MIN_ROWS = 3;
  private static final int MAX_COLUMNS = 5;

  /** Of the size of the letters: the least gap between columns. */
  private static final float MIN_GUTTER = 0.9f;

  /** Of the size of the letters: what columns of running text are wide at least. */
  private static final float MIN_COLUMN = 9;

  /** A part of a line without a wide gap, and where its line is in the order of drawing. */
  private record LineSegment(PageLine line, int drawn, Box box) {}

  /**
   * Segments side by side, from left to right.
   *
   * @param gaps between its segments, and beside them on both sides
   */
  private record LineRow(List<LineSegment> segments, List<ColumnGap> gaps) {}

  private record ColumnGap(float left, float right) {
    float width() {
      return right - left;
    }
  }

  private ColumnCorrection() {}

  /** The same words, cut and in another order where need be; takes how most lines run. */
  static List<PageLine> inOrder(List<PageLine> drawn, boolean runsLeft) {
    List<LineRow> rows = rows(drawn);
    if (rows.size() < MIN_ROWS || rows.size() > MAX_ROWS) {
      return drawn;
    }
    List<List<List<LineSegment>>> misdrawn = new ArrayList<>();
    for (int from = 0; from < rows.size(); ) {
      List<ColumnGap> gutters = new ArrayList<>();
      int to = end(rows, from, gutters);
      List<List<LineSegment>> columns =
          to - from < MIN_ROWS ? List.of() : columns(rows.subList(from, to), gutters);
      boolean found = isText(columns);
      if (found && isDrawnOtherwise(columns, runsLeft)) {
        misdrawn.add(columns);
      }
      from = found ? to : from + 1;
    }
    return inOrder(drawn, misdrawn, runsLeft);
  }

  /** Columns stand where the first line of them is drawn. */
  private static List<PageLine> inOrder(
      List<PageLine> drawn, List<List<List<LineSegment>>> misdrawn, boolean runsLeft) {
    int[] partOf = new int[drawn.size()];
    for (int at = 0; at < misdrawn.size(); at++) {
      for (List<LineSegment> column : misdrawn.get(at)) {
        for (LineSegment segment : column) {
          partOf[segment.drawn()] = at + 1;
        }
      }
    }
    List<PageLine> ordered = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    for (int at = 0; at < drawn.size(); at++) {
      if (partOf[at] == 0) {
        ordered.add(drawn.get(at));
      } else if (done.add(partOf[at])) {
        ordered.addAll(read(misdrawn.get(partOf[at] - 1), runsLeft));
      }
    }
    return ordered;
  }

  private static List<PageLine> read(List<List<LineSegment>> columns, boolean runsLeft) {
    List<PageLine> read = new ArrayList<>();
    for (List<LineSegment> column : columns) {
      List<PageLine> lines = column.stream().map(LineSegment::line).toList();
      read.addAll(runsLeft ? 0 : read.size(), lines);
    }
    return read;
  }

  private static List<LineRow> rows(List<PageLine> lines) {
    List<LineSegment> segments = new ArrayList<>();
    for (int at = 0; at < lines.size(); at++) {
      addSegments(lines.get(at), at, segments);
    }
    segments.sort(Comparator.comparingDouble(segment -> segment.line().baseline()));
    List<LineRow> rows = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= segments.size(); at++) {
      if (at == segments.size() || isBelow(segments.get(from), segments.get(at))) {
        rows.add(row(segments.subList(from, at)));
        from = at;
      }
    }
    return rows;
  }

  private static boolean isBelow(LineSegment first, LineSegment segment) {
    PageLine line = segment.line();
    return line.baseline() - first.line().baseline() > 0.4f * line.size();
  }

  private static LineRow row(List<LineSegment> together) {
    List<LineSegment> segments = new ArrayList<>(together);
    segments.sort(Comparator.comparingDouble(segment -> segment.box().x()));
    return new LineRow(segments, gaps(segments));
  }

  private static void addSegments(PageLine line, int drawn, List<LineSegment> target) {
    int from = 0;
    for (int at = 1; at <= line.words().size(); at++) {
      if (at == line.words().size() || isApart(line, at)) {
        PageLine part = line.part(from, at);
        target.add(new LineSegment(part, drawn, part.level()));
        from = at;
      }
    }
  }

  private static boolean isApart(PageLine line, int at) {
    Word last = line.words().get(at - 1);
    Word next = line.words().get(at);
    Box before = line.level(last.box());
    Box behind = line.level(next.box());
    float gap = Math.max(behind.x() - before.right(), before.x() - behind.right());
    return gap > MIN_GUTTER * Math.max(last.size(), next.size());
  }

  /** Behind the last row with a gap that goes through all of them; leaves the gaps. */
  private static int end(List<LineRow> rows, int from, List<ColumnGap> gutters) {
    gutters.addAll(rows.get(from).gaps());
    int at = from + 1;
    while (at < rows.size() && !gutters.isEmpty()) {
      List<ColumnGap> common = common(gutters, rows.get(at).gaps());
      if (common.isEmpty()) {
        return at;
      }
      gutters.clear();
      gutters.addAll(common);
      at++;
    }
    return at;
  }

  private static List<ColumnGap> gaps(List<LineSegment> row) {
    List<ColumnGap> gaps = new ArrayList<>();
    float end = -1e6f;
    for (LineSegment segment : row) {
      if (segment.box().x() > end) {
        gaps.add(new ColumnGap(end, segment.box().x()));
      }
      end = Math.max(end, segment.box().right());
    }
    gaps.add(new ColumnGap(end, 1e6f));
    return gaps;
  }

  /** All but those on the outside, which are common to all rows and lead nowhere. */
  private static List<ColumnGap> common(List<ColumnGap> gutters, List<ColumnGap> gaps) {
    List<ColumnGap> common = new ArrayList<>();
    for (ColumnGap one : gutters) {
      for (ColumnGap other : gaps) {
        ColumnGap both =
            new ColumnGap(Math.max(one.left(), other.left()), Math.min(one.right(), other.right()));
        if (both.width() > 4) {
          common.add(both);
        }
      }
    }
    return common.size() > 2 ? common : List.of();
  }

  private static List<List<LineSegment>> columns(List<LineRow> rows, List<ColumnGap> gutters) {
    List<ColumnGap> inner = gutters.stream().filter(gap -> gap.width() < 1e5f).toList();
    List<List<LineSegment>> columns = new ArrayList<>();
    for (int at = 0; at <= inner.size(); at++) {
      columns.add(new ArrayList<>());
    }
    for (LineRow row : rows) {
      for (LineSegment segment : row.segments()) {
        float x = segment.box().x();
        columns.get((int) inner.stream().filter(gap -> gap.left() < x).count()).add(segment);
      }
    }
    return columns;
  }

  private static boolean isText(List<List<LineSegment>> columns) {
    return columns.size() > 1
        && columns.size() <= MAX_COLUMNS
        && columns.stream().allMatch(ColumnCorrection::isRunningText);
  }

  private static boolean isRunningText(List<LineSegment> column) {
    double width = 0;
    double size = 0;
    for (LineSegment segment : column) {
      width += segment.box().width();
      size += segment.line().size();
    }
    return column.size() >= MIN_ROWS && width > MIN_COLUMN * size;
  }

  /** True when lines go across columns, or a column is drawn before one that is read first. */
  private static boolean isDrawnOtherwise(List<List<LineSegment>> columns, boolean runsLeft) {
    int last = runsLeft ? Integer.MAX_VALUE : -1;
    for (List<LineSegment> column : columns) {
      int first = column.stream().mapToInt(LineSegment::drawn).min().orElse(0);
      int end = column.stream().mapToInt(LineSegment::drawn).max().orElse(0);
      if (runsLeft ? end >= last : first <= last) {
        return true;
      }
      last = runsLeft ? first : end;
    }
    return false;
  }
}
