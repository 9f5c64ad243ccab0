package dev.sluice.parse.layout;

import dev.sluice.content.Box;
import dev.sluice.content.Cell;
import dev.sluice.content.Table;
import dev.sluice.content.Word;
import java.util.ArrayList;
import java.util.List;

/** Finds tables whose cells are drawn. */
final class RuledTables {

  /** Of a lattice's places: with fewer in use it is a chart or a form. */
  private static final float MIN_FILLED = 0.15f;

  /** Within so many points from a page's upper edge a table may go on from the page before. */
  private static final float TOP = 100;

  private final PageLayout page;

  RuledTables(PageLayout page) {
    this.page = page;
  }

  /** In no order. */
  List<Table> find(Rulings rulings) {
    List<Table> tables = new ArrayList<>();
    for (Lattice lattice : Lattice.of(rulings)) {
      if (lattice.columns() >= 2) {
        Table table = table(lattice);
        if (isTable(table)) {
          tables.add(table);
        }
      }
    }
    return tables;
  }

  private Table table(Lattice drawn) {
    List<Word> words = Words.inside(drawn.box(), page.words());
    Lattice lattice = new RowSplit(drawn, words).split();
    List<Cell> cells = new ArrayList<>();
    for (Span span : Span.of(lattice)) {
      Box box = lattice.box(span.row(), span.column(), span.toRow(), span.toColumn());
      cells.add(span.cell(box, Words.inside(box, words)));
    }
    return TableBuilder.ruled(page.number(), lattice, cells);
  }

  private static boolean isTable(Table table) {
    long filled = table.cells().stream().filter(cell -> !cell.words().isEmpty()).count();
    long rows =
        table.cells().stream().filter(c -> !c.words().isEmpty()).map(Cell::row).distinct().count();
    long columns =
        table.cells().stream()
            .filter(c -> !c.words().isEmpty())
            .map(Cell::column)
            .distinct()
            .count();
    boolean isDense = filled >= MIN_FILLED * table.cells().size();
    boolean isLarge = filled >= 2 && columns >= 2 && (rows >= 2 || table.columns() >= 3);
    return (isDense && isLarge) || (filled >= 1 && isRest(table));
  }

  /** What a page break leaves of the table on the page before may be a single word. */
  private static boolean isRest(Table table) {
    return table.page() > 1 && table.box().y() < TOP && table.rows() == 1 && table.columns() >= 3;
  }
}
