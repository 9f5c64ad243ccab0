package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Table;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds tables whose cells are drawn. */
final class RuledTables {

  /** Of a lattice's places: with fewer in use it is a chart or a form. */
  private static final float MIN_FILLED = 0.15f;

  /** Of a lattice's places: with fewer cells, most of them cover several. */
  private static final float FEW = 0.35f;

  /**
   * Largest distance from a page's upper edge, in points, of a table that continues from the page
   * before.
   */
  private static final float TOP = 100;

  /** Lattices with more places are drawings. */
  private static final int MAX_PLACES = 20_000;

  /** Points from what is shaded to where the rest of its table begins. */
  private static final float NEAR = 25;

  /** Of the rows in a lattice: names left of as many mean that it is a part of a table. */
  private static final float NAMED = 0.6f;

  private final PageLayout page;

  RuledTables(PageLayout page) {
    this.page = page;
  }

  /** None overlaps another, and those with most cells come first. */
  List<Table> find(Rulings rulings) {
    List<Table> found = new ArrayList<>();
    for (Lattice lattice : Lattice.of(rulings)) {
      boolean fits = (long) lattice.rows() * lattice.columns() <= MAX_PLACES;
      if (lattice.columns() >= 2 && fits && !isShadedPart(lattice)) {
        Table table = table(lattice);
        if (isTable(table) && !ColumnlessGrid.is(table)) {
          found.add(table);
        }
      }
    }
    found.sort(Comparator.comparingInt(table -> -table.cells().size()));
    List<Table> apart = new ArrayList<>();
    for (Table table : found) {
      if (apart.stream().noneMatch(other -> other.box().overlaps(table.box()))) {
        apart.add(table);
      }
    }
    return apart;
  }

  /** Cells that are shaded and not ruled, with more of the table right below or above. */
  private boolean isShadedPart(Lattice lattice) {
    Box box = lattice.box();
    Box below = new Box(box.x(), box.bottom(), box.width(), NEAR);
    Box above = new Box(box.x(), box.y() - NEAR, box.width(), NEAR);
    boolean header = lattice.isShading() && WordPicker.inside(below, page.words()).size() >= 2;
    boolean last = lattice.hasShadedColumns() && lattice.rows() == 1 && hasRow(above);
    boolean named = lattice.hasShadedColumns() && hasNamesBeside(box);
    return named || lattice.rows() <= 3 && (header || last);
  }

  /** True when what is in the box begins with figures, and left of most of them is more. */
  private boolean hasNamesBeside(Box box) {
    List<SegmentedLine> rows =
        SegmentedLine.inside(box, page.words()).stream()
            .filter(line -> line.first().isFigure())
            .toList();
    float width = Math.min(box.x(), box.width());
    Box left = new Box(box.x() - width, box.y(), width, box.height());
    List<Word> names = WordPicker.inside(left, page.words());
    long named = rows.stream().filter(row -> isBeside(row, names)).count();
    return rows.size() >= 2 && named >= NAMED * rows.size();
  }

  private static boolean isBeside(SegmentedLine row, List<Word> names) {
    return names.stream().anyMatch(name -> Math.abs(name.baseline() - row.baseline()) < 1);
  }

  private boolean hasRow(Box box) {
    return SegmentedLine.inside(box, page.words()).stream()
        .anyMatch(line -> line.segments().size() > 2);
  }

  private Table table(Lattice drawn) {
    List<Word> words = WordPicker.inside(drawn.box(), page.words());
    Lattice lattice = new TallRowSplitter(drawn.withoutStrips(words), words).split();
    List<List<Word>> rows = rows(lattice, words);
    List<Cell> cells = new ArrayList<>();
    for (CellSpan span : CellSpan.of(lattice)) {
      Box box = lattice.box(span.row(), span.column(), span.toRow(), span.toColumn());
      List<Word> near = new ArrayList<>();
      rows.subList(span.row(), span.toRow()).forEach(near::addAll);
      cells.add(span.cell(box, WordPicker.inside(box, near)));
    }
    int headers = HeaderRows.count(lattice.rows(), cells);
    return new Table(
        page.number(),
        lattice.box(),
        true,
        lattice.rows(),
        lattice.columns(),
        headers,
        lattice.columnEdges(),
        cells);
  }

  private static List<List<Word>> rows(Lattice lattice, List<Word> words) {
    List<List<Word>> rows = new ArrayList<>();
    for (int row = 0; row < lattice.rows(); row++) {
      rows.add(WordPicker.inside(lattice.box(row, 0, row + 1, lattice.columns()), words));
    }
    return rows;
  }

  private static boolean isTable(Table table) {
    List<Cell> filled = table.cells().stream().filter(cell -> !cell.words().isEmpty()).toList();
    long rows = filled.stream().map(Cell::row).distinct().count();
    long columns = filled.stream().map(Cell::column).distinct().count();
    boolean isDense = filled.size() >= MIN_FILLED * table.cells().size();
    boolean isLarge = columns >= 2 && (rows >= 2 || table.columns() >= 3);
    return isDense && isLarge && !isDrawing(table, filled.size())
        || !filled.isEmpty() && isRest(table);
  }

  /** Boxes that stand here and there make few cells, many of them blank and between the boxes. */
  private static boolean isDrawing(Table table, int filled) {
    float cells = table.cells().size() / (float) (table.rows() * table.columns());
    float full = filled / (float) table.cells().size();
    return cells < FEW && full < 0.65f || cells < 0.5f && full < 0.45f;
  }

  /** What a page break leaves of the table on the page before may be a single word. */
  private static boolean isRest(Table table) {
    return table.page() > 1 && table.box().y() < TOP && table.rows() == 1 && table.columns() >= 3;
  }
}
