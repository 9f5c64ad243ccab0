package dev.sluice.pdf.content;

import java.util.List;

/**
 * A table, or what of it stands on one page.
 *
 * @param page from 1
 * @param ruled true when lines on the page say where its cells are
 * @param rows of its grid
 * @param columns of its grid
 * @param headerRows how many of its first rows are headers
 * @param columnEdges the columns' left edges from left to right, then the last one's right edge, in
 *     points; one more than columns
 * @param cells by row and column; they do not overlap, and every place of the grid is in one
 */
public record Table(
    int page,
    Box box,
    boolean ruled,
    int rows,
    int columns,
    int headerRows,
    List<Float> columnEdges,
    List<Cell> cells) {

  /** Rows times columns, at most. */
  public static final int MAX_PLACES = 100_000;

  /** Throws {@link IllegalArgumentException} when its cells are not those of its grid. */
  public Table {
    columnEdges = List.copyOf(columnEdges);
    cells = List.copyOf(cells);
    require(rows >= 1 && columns >= 1 && (long) rows * columns <= MAX_PLACES, "size of table");
    require(headerRows >= 0 && headerRows <= rows, "headers of table");
    require(columnEdges.size() == columns + 1, "edges of table");
    for (Cell cell : cells) {
      require(cell.isWithin(rows, columns), "cell of table");
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
