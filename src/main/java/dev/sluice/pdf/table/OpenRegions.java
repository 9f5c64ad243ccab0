package dev.sluice.pdf.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds lines that follow each other and fall into segments like the rows of a table. */
final class OpenRegions {

  /** Lines of one segment that may stand between rows: headings and what was wrapped. */
  private static final int MAX_SINGLES = 3;

  /** The same, of lines in the first column. */
  private static final int MAX_NAMES = 6;

  /** The same, of lines of a wrapped cell behind the first column. */
  private static final int MAX_WRAPPED = 12;

  private static final int RECENT = 20; // lines
  private static final float SAME_EDGE = 1.5f; // points
  private static final float NEAR = 1.6f; // of the size of the letters

  /** Of the size of the letters: a title stands nearer. */
  private static final float TITLE = 4;

  /** A title may have several lines, and a header may be below it. */
  private static final int TITLE_LINES = 3;

  private final List<SegmentedLine> lines;
  private final Rulings rulings;
  private final float width;

  /** Takes the lines of one flow. */
  OpenRegions(List<SegmentedLine> lines, Rulings rulings) {
    this.lines = lines;
    this.rulings = rulings;
    this.width =
        (float) lines.stream().mapToDouble(line -> line.box().right()).max().orElse(0)
            - (float) lines.stream().mapToDouble(line -> line.box().x()).min().orElse(0);
  }

  /** From top to bottom. */
  List<TableRegion> find() {
    List<TableRegion> regions = new ArrayList<>();
    List<SegmentedLine> open = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < lines.size(); at++) {
      SegmentedLine line = lines.get(at);
      if (!open.isEmpty() && !goesOn(open, line)) {
        close(open, from, regions);
      }
      if (open.isEmpty() && isRow(line)) {
        from = at;
      }
      if (!open.isEmpty() || isRow(line)) {
        open.add(line);
      }
    }
    close(open, from, regions);
    return regions;
  }

  /** Takes where they begin among all lines. */
  private void close(List<SegmentedLine> open, int from, List<TableRegion> regions) {
    while (!open.isEmpty() && !isEnd(open)) {
      open.remove(open.size() - 1);
    }
    if (open.size() >= 2) {
      regions.add(region(List.copyOf(open), from));
    }
    open.clear();
  }

  /** True when the last line is a row, or what was wrapped in one. */
  private static boolean isEnd(List<SegmentedLine> open) {
    SegmentedLine last = open.get(open.size() - 1);
    return isRow(last)
        || open.size() > 1
            && isBelowWords(open, last)
            && LineSpacing.distance(open.get(open.size() - 2), last) < NEAR;
  }

  private TableRegion region(List<SegmentedLine> rows, int from) {
    SegmentedLine title = titleAbove(from);
    if (from == 0 || lines.get(from - 1) == title || !isHeading(lines.get(from - 1), rows)) {
      return new TableRegion(rows, title != null, rulings);
    }
    List<SegmentedLine> all = new ArrayList<>(rows);
    all.add(0, lines.get(from - 1));
    return new TableRegion(all, title != null, rulings);
  }

  /** One of the next lines above, each near the one below it; null when none is a title. */
  private SegmentedLine titleAbove(int from) {
    for (int at = from - 1; at >= Math.max(0, from - TITLE_LINES); at--) {
      if (LineSpacing.distance(lines.get(at), lines.get(at + 1)) > TITLE) {
        return null;
      }
      if (Caption.isTitle(lines.get(at))) {
        return lines.get(at);
      }
    }
    return null;
  }

  /** A line right above that stands over several columns, but not over the first, heads them. */
  private static boolean isHeading(SegmentedLine above, List<SegmentedLine> rows) {
    float left = (float) rows.stream().mapToDouble(line -> line.box().x()).min().orElse(0);
    float right = (float) rows.stream().mapToDouble(line -> line.box().right()).max().orElse(0);
    boolean inside =
        above.box().x() > left + 0.2f * (right - left) && above.box().right() < right + 2;
    boolean near = LineSpacing.distance(above, rows.get(0)) < 2f;
    boolean centred = Math.abs(above.first().center() - (left + right) / 2) < 6;
    return inside && near && !centred && !Caption.isOne(above);
  }

  private boolean goesOn(List<SegmentedLine> open, SegmentedLine line) {
    SegmentedLine last = open.get(open.size() - 1);
    if (LineSpacing.isBreak(open, line) || Caption.isOne(line)) {
      return false;
    }
    int limit =
        isBelowWords(open, line) ? MAX_WRAPPED : isName(open, line) ? MAX_NAMES : MAX_SINGLES;
    return isRow(line) || (!isProse(line) && singlesAtEnd(open) < limit);
  }

  /** True for a line that ends before the rows' second column. */
  private static boolean isName(List<SegmentedLine> open, SegmentedLine line) {
    return recent(open)
        .filter(row -> !row.isSingle())
        .allMatch(row -> row.segments().get(1).left() > line.box().right());
  }

  /** True for one that begins where words in a column behind the first do. */
  private static boolean isBelowWords(List<SegmentedLine> open, SegmentedLine line) {
    return recent(open)
        .flatMap(row -> row.segments().stream().skip(1))
        .anyMatch(it -> Math.abs(it.left() - line.box().x()) < SAME_EDGE && !it.isFigure());
  }

  private static Stream<SegmentedLine> recent(List<SegmentedLine> open) {
    return open.subList(Math.max(0, open.size() - RECENT), open.size()).stream();
  }

  private static int singlesAtEnd(List<SegmentedLine> open) {
    int count = 0;
    while (count < open.size() && open.get(open.size() - 1 - count).isSingle()) {
      count++;
    }
    return count;
  }

  private boolean isProse(SegmentedLine line) {
    return line.isSingle() && line.box().width() > 0.6f * width && line.first().isProse(5);
  }

  /** Two segments or more, of which not the first is a mark before an item of a list. */
  private static boolean isRow(SegmentedLine line) {
    return !line.isSingle() && !(line.segments().size() == 2 && Bullet.isOne(line.first()));
  }
}
