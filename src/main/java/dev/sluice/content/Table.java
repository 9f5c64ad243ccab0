package dev.sluice.content;

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

  /** Makes its lists unchangeable. */
  public Table {
    columnEdges = List.copyOf(columnEdges);
    cells = List.copyOf(cells);
  }
}
