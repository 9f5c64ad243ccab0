package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts the tall rows of a lattice that rules its columns and header, but not its body's rows.
 * Where rows have lines between them, a tall one is left as it is: its lines belong to one cell
 * each, as in timetables.
 */
final class TallRowSplitter {

  /** Rows of a lattice below its header: with more, they are what is drawn. */
  private static final int MAX_ROWS = 2;

  private static final int MIN_PARTS = 3;

  /** Of the parts of a row: those that must begin with a name in the first column. */
  private static final float NAMED = 0.7f;

  private final Lattice lattice;
  private final List<Word> words;

  TallRowSplitter(Lattice lattice, List<Word> words) {
    this.lattice = lattice;
    this.words = words;
  }

  /** The same lattice when there is nothing to part. */
  Lattice split() {
    if (lattice.rows() > MAX_ROWS + 2) {
      return lattice;
    }
    List<Float> cuts = new ArrayList<>();
    for (int row = 0; row < lattice.rows(); row++) {
      addCuts(row, cuts);
    }
    return cuts.isEmpty() ? lattice : lattice.cut(cuts);
  }

  private void addCuts(int row, List<Float> cuts) {
    Box box = lattice.box(row, 0, row + 1, lattice.columns());
    List<GridLine> lines = lines(WordPicker.inside(box, words));
    if (lines.size() < MIN_PARTS) {
      return;
    }
    List<List<GridLine>> parts = new RowGrouping(lines, List.of()).rows();
    long named = parts.stream().filter(part -> part.get(0).hasLabel()).count();
    long more = parts.stream().filter(TallRowSplitter::isRow).count();
    if (parts.size() < MIN_PARTS || named < NAMED * parts.size() || 2 * more < parts.size()) {
      return;
    }
    for (int at = 1; at < parts.size(); at++) {
      List<GridLine> above = parts.get(at - 1);
      SegmentedLine last = above.get(above.size() - 1).line();
      SegmentedLine first = parts.get(at).get(0).line();
      cuts.add(
          (last.baseline() + 0.2f * last.size() + first.baseline() - 0.75f * first.size()) / 2);
    }
  }

  /** True when there is more than a name. */
  private static boolean isRow(List<GridLine> part) {
    return part.stream().anyMatch(line -> line.pieces().size() > 1);
  }

  /** By the columns that are drawn. */
  private List<GridLine> lines(List<Word> inside) {
    List<GridLine> lines = new ArrayList<>();
    for (TextLine line : TextLine.of(inside)) {
      List<Segment> segments = new ArrayList<>();
      List<GridPiece> pieces = new ArrayList<>();
      for (int column = 0; column < lattice.columns(); column++) {
        Box box = new Box(lattice.x(column), 0, lattice.x(column + 1) - lattice.x(column), 1e6f);
        List<Word> own = WordPicker.inside(box, line.words());
        if (!own.isEmpty()) {
          Segment segment = Segment.of(own);
          segments.add(segment);
          pieces.add(new GridPiece(column, column + 1, segment));
        }
      }
      if (!pieces.isEmpty()) {
        lines.add(new GridLine(new SegmentedLine(segments), pieces));
      }
    }
    return lines;
  }
}
