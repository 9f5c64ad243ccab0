package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what belongs to a table though it stands outside the rulings that frame the rest of it.
 * That is names left of them, headers above the first and totals below the last.
 */
final class UnframedCells {

  private static final float MARGIN = 4f;

  /** Of the size of the letters: how far above and below the rulings it begins. */
  private static final float NEAR = 2.6f;

  /** Of the rows: those that must have a name left of the rulings. */
  private static final float NAMED = 0.5f;

  private static final int MAX_SINGLES = 2;

  private final List<Word> words;

  /** Takes the words of the flow that the table stands in. */
  UnframedCells(List<Word> words) {
    this.words = words;
  }

  /** The lines of the whole table; the same when there is nothing outside. */
  List<SegmentedLine> around(List<SegmentedLine> framed) {
    List<SegmentedLine> lines = withNames(framed);
    Box box = SegmentedLine.around(lines);
    List<SegmentedLine> all = new ArrayList<>(lines);
    List<SegmentedLine> below = lines(new Box(box.x(), box.bottom(), box.width(), Float.MAX_VALUE));
    all.addAll(totals(below, lines));
    all.addAll(0, new HeaderFinder(lines).of(lines(new Box(box.x(), 0, box.width(), box.y()))));
    return all;
  }

  private List<SegmentedLine> lines(Box box) {
    Box wider = new Box(box.x() - MARGIN, box.y(), box.width() + 2 * MARGIN, box.height());
    return SegmentedLine.inside(wider, words);
  }

  /** With what is left of rows that begin with figures. */
  private List<SegmentedLine> withNames(List<SegmentedLine> framed) {
    long figures = framed.stream().filter(line -> line.first().isFigure()).count();
    Box box = SegmentedLine.around(framed);
    List<Word> left = WordPicker.inside(new Box(0, box.y(), box.x(), box.height() + MARGIN), words);
    List<SegmentedLine> names = SegmentedLine.of(left);
    long rows = names.stream().filter(name -> isBeside(name, framed)).count();
    long single = names.stream().filter(SegmentedLine::isSingle).count();
    boolean isColumn = rows >= NAMED * figures && single >= 0.8f * names.size();
    if (2 * figures < framed.size() || rows < 2 || !isColumn) {
      return framed;
    }
    Set<Word> all = new LinkedHashSet<>(left);
    framed.forEach(line -> all.addAll(line.words()));
    return SegmentedLine.of(List.copyOf(all));
  }

  private static boolean isBeside(SegmentedLine name, List<SegmentedLine> rows) {
    return rows.stream()
        .anyMatch(row -> Math.abs(row.baseline() - name.baseline()) < 0.45f * name.size());
  }

  /** Rows below the last ruling, in line with those above it. */
  private static List<SegmentedLine> totals(List<SegmentedLine> below, List<SegmentedLine> rows) {
    List<SegmentedLine> found = new ArrayList<>();
    List<SegmentedLine> open = new ArrayList<>(rows);
    int singles = 0;
    for (SegmentedLine line : below) {
      boolean near = LineSpacing.distance(open.get(open.size() - 1), line) <= NEAR;
      boolean row = !line.isSingle() && isInLine(line, rows);
      if (!near || Caption.isOne(line) || !row && (!line.isSingle() || singles == MAX_SINGLES)) {
        break;
      }
      open.add(line);
      singles = row ? 0 : singles + 1;
      if (row) {
        found = new ArrayList<>(open.subList(rows.size(), open.size()));
      }
    }
    return found;
  }

  /** True when it has figures, most of them right below others. */
  private static boolean isInLine(SegmentedLine line, List<SegmentedLine> rows) {
    List<Segment> behind = line.segments().subList(1, line.segments().size());
    long figures = behind.stream().filter(Segment::isFigure).count();
    long inLine = behind.stream().filter(it -> isInLine(it, rows)).count();
    return 2 * figures >= behind.size() && figures > 0 && inLine >= 0.6f * behind.size();
  }

  private static boolean isInLine(Segment segment, List<SegmentedLine> rows) {
    float reach = 0.7f * segment.size();
    return rows.stream()
        .flatMap(row -> row.segments().stream())
        .anyMatch(
            it ->
                Math.abs(it.right() - segment.right()) < reach
                    || Math.abs(it.center() - segment.center()) < reach);
  }
}
