package dev.sluice.parse.layout;

import dev.sluice.content.Word;
import java.util.ArrayList;
import java.util.List;

/** Finds lines that follow each other and fall into segments like the rows of a table. */
final class OpenRegions {

  /** Lines of one segment that may stand between rows: headings and what was wrapped. */
  private static final int MAX_SINGLES = 3;

  private final List<Line> lines;
  private final Rulings rulings;
  private final float width;

  OpenRegions(List<Word> flow, Rulings rulings) {
    this.lines = Line.of(flow);
    this.rulings = rulings;
    this.width =
        (float) lines.stream().mapToDouble(line -> line.box().right()).max().orElse(0)
            - (float) lines.stream().mapToDouble(line -> line.box().x()).min().orElse(0);
  }

  /** From top to bottom. */
  List<Region> find() {
    List<Region> regions = new ArrayList<>();
    List<Line> open = new ArrayList<>();
    for (Line line : lines) {
      if (!open.isEmpty() && !goesOn(open, line)) {
        close(open, regions);
      }
      if (!open.isEmpty() || isRow(line)) {
        open.add(line);
      }
    }
    close(open, regions);
    return regions;
  }

  private void close(List<Line> open, List<Region> regions) {
    while (!open.isEmpty() && !isRow(open.get(open.size() - 1))) {
      open.remove(open.size() - 1);
    }
    if (open.size() >= 2) {
      Line above = above(open.get(0));
      boolean titled =
          above != null && Caption.isTitle(above) && Spacing.distance(above, open.get(0)) < 4;
      regions.add(new Region(withHeading(open), titled, rulings));
    }
    open.clear();
  }

  /** A line right above that stands over several columns, but not over the first, heads them. */
  private List<Line> withHeading(List<Line> rows) {
    List<Line> all = new ArrayList<>(rows);
    Line above = above(rows.get(0));
    if (above != null) {
      float left = (float) rows.stream().mapToDouble(line -> line.box().x()).min().orElse(0);
      float right = (float) rows.stream().mapToDouble(line -> line.box().right()).max().orElse(0);
      boolean inside =
          above.box().x() > left + 0.2f * (right - left) && above.box().right() < right + 2;
      boolean near = Spacing.distance(above, rows.get(0)) < 2f;
      boolean centred = Math.abs(above.first().center() - (left + right) / 2) < 6;
      if (inside && near && !centred && !Caption.isOne(above)) {
        all.add(0, above);
      }
    }
    return all;
  }

  private Line above(Line line) {
    int at = lines.indexOf(line) - 1;
    return at < 0 ? null : lines.get(at);
  }

  private boolean goesOn(List<Line> open, Line line) {
    Line last = open.get(open.size() - 1);
    if (Spacing.isBreak(open, line) || Caption.isOne(line)) {
      return false;
    }
    return isRow(line) || (!isProse(line) && singlesAtEnd(open) < MAX_SINGLES);
  }

  private static int singlesAtEnd(List<Line> open) {
    int count = 0;
    while (count < open.size() && open.get(open.size() - 1 - count).isSingle()) {
      count++;
    }
    return count;
  }

  private boolean isProse(Line line) {
    return line.isSingle() && line.box().width() > 0.6f * width && line.first().isProse(5);
  }

  /** Two segments or more, of which not the first is a mark before an item of a list. */
  private static boolean isRow(Line line) {
    return !line.isSingle() && !(line.segments().size() == 2 && Bullet.isOne(line.first()));
  }
}
