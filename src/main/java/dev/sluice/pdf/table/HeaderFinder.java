package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import java.util.ArrayList;
import java.util.List;

/** Finds the lines above a table's rows that head its columns, though they are no rows. */
final class HeaderFinder {

  /** Of the size of the letters: how far a header's line is above the next at most. */
  private static final float NEAR = 2.6f;

  private static final int MAX_LINES = 12;

  private final List<SegmentedLine> rows;
  private final float left;
  private final float right;

  /** Takes the rows from top to bottom. */
  HeaderFinder(List<SegmentedLine> rows) {
    this.rows = rows;
    Box box = SegmentedLine.around(rows);
    this.left = box.x();
    this.right = box.right();
  }

  /** Those of the lines above that are headers, from top to bottom; none when rows have them. */
  List<SegmentedLine> of(List<SegmentedLine> above) {
    List<SegmentedLine> found = new ArrayList<>();
    if (!needsHeader(above)) {
      return found;
    }
    SegmentedLine below = rows.get(0);
    for (int at = above.size() - 1; at >= 0 && found.size() < MAX_LINES; at--) {
      SegmentedLine line = above.get(at);
      if (LineSpacing.distance(line, below) > NEAR || !isHeader(line)) {
        break;
      }
      found.add(0, line);
      below = line;
    }
    return found;
  }

  /** True when the first row is none of headers, as far as that can be told. */
  private boolean needsHeader(List<SegmentedLine> above) {
    if (above.isEmpty()) {
      return false;
    }
    SegmentedLine nearest = above.get(above.size() - 1);
    SegmentedLine first =
        rows.stream().filter(row -> !row.isSingle()).findFirst().orElse(rows.get(0));
    return HeaderLines.isBody(first.segments()) || !first.isSingle() && isInLine(nearest, first);
  }

  /** True when both have as many segments and they begin alike. */
  private static boolean isInLine(SegmentedLine above, SegmentedLine row) {
    if (above.segments().size() != row.segments().size()) {
      return false;
    }
    for (int at = 0; at < row.segments().size(); at++) {
      if (Math.abs(above.segments().get(at).left() - row.segments().get(at).left()) > 2) {
        return false;
      }
    }
    return true;
  }

  private boolean isHeader(SegmentedLine line) {
    if (Caption.isOne(line) || HeaderLines.isBody(line.segments())) {
      return false;
    }
    return line.isSingle() ? isOverColumns(line) : line.segments().stream().noneMatch(this::isWide);
  }

  private boolean isWide(Segment segment) {
    return segment.isProse(6) && segment.box().width() > 0.5f * (right - left);
  }

  /** A line that stands over several columns, but not over the first, nor at the right edge. */
  private boolean isOverColumns(SegmentedLine line) {
    Segment segment = line.first();
    boolean inside =
        segment.left() > left + 0.2f * (right - left) && segment.right() < right + segment.size();
    boolean centred = Math.abs(segment.center() - (left + right) / 2) < 6;
    boolean unit = segment.right() > right - 6 && segment.text().startsWith("(");
    return inside && !centred && !unit;
  }
}
