package dev.sluice.pdf.content;

import dev.sluice.model.document.PageText;
import java.util.List;

/**
 * Numbers the tables of a document from 1, and gives one number to those that go on over pages. One
 * goes on if it is the last on its page and the first on the next, near the pages' edges, with the
 * same columns and no header of its own. Takes pages and tables in their order; holds one table.
 */
public final class TableJoiner {

  /** Points between the edges of columns that are drawn alike. */
  private static final float SAME = 1.5f;

  /** Points between those that are taken from where words stand. */
  private static final float SIMILAR = 14f;

  /** Of a page's height: where the part above has to end at least, and the one below begin. */
  private static final float DRAWN_END = 0.45f;

  private static final float DRAWN_BEGIN = 0.35f;
  private static final float END = 0.7f;
  private static final float BEGIN = 0.25f;

  private Table last;
  private List<String> header = List.of();
  private float heightOfLast;
  private float height;
  private boolean isFirst;
  private int number;

  /** Begins the next page. */
  public void startPage(PageText page) {
    heightOfLast = isFirst ? heightOfLast : height;
    height = page.rotation() % 180 == 0 ? page.heightPoints() : page.widthPoints();
    isFirst = true;
  }

  /** The number of the next table of this page; that of the last one when it goes on. */
  public int numberOf(Table table) {
    if (!isFirst || !continuesLast(table)) {
      number++;
      header = headerOf(table);
    }
    last = table;
    isFirst = false;
    return number;
  }

  /** The texts of its headers, by which a repeated one is known. */
  public static List<String> headerOf(Table table) {
    return table.cells().stream()
        .filter(cell -> cell.row() < table.headerRows())
        .map(Cell::text)
        .toList();
  }

  private boolean continuesLast(Table table) {
    if (last == null
        || table.page() != last.page() + 1
        || table.ruled() != last.ruled()
        || table.columns() != last.columns()) {
      return false;
    }
    float off = farthestEdge(table);
    boolean drawnAlike = table.ruled() && off <= SAME;
    return off <= SIMILAR
        && mayGoOn(table, drawnAlike)
        && last.box().bottom() >= (drawnAlike ? DRAWN_END : END) * heightOfLast
        && table.box().y() <= (drawnAlike ? DRAWN_BEGIN : BEGIN) * height;
  }

  /** A header says that a table begins, unless it is that of the one before. */
  private boolean mayGoOn(Table table, boolean drawnAlike) {
    if (table.headerRows() == 0 || headerOf(table).equals(header)) {
      return true;
    }
    return drawnAlike && !isBold(table);
  }

  private static boolean isBold(Table table) {
    return table.cells().stream()
        .filter(cell -> cell.row() < table.headerRows())
        .flatMap(cell -> cell.words().stream())
        .allMatch(Word::bold);
  }

  private float farthestEdge(Table table) {
    float farthest = 0;
    for (int edge = 0; edge < table.columnEdges().size(); edge++) {
      float off = table.columnEdges().get(edge) - last.columnEdges().get(edge);
      farthest = Math.max(farthest, Math.abs(off));
    }
    return farthest;
  }
}
