package dev.sluice.results.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.sluice.pdf.content.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a table on one page, as it is stored.
 *
 * @param page from 1
 * @param cells by row and column
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record TablePart(int page, Box box, int rows, int columns, int headerRows, List<PartCell> cells) {

  /** A cell, see {@link dev.sluice.pdf.content.Cell}. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record PartCell(int row, int column, int rowSpan, int columnSpan, Box box, String text) {}

  /** One row in the form of the answer. */
  record Row(int page, boolean header, List<RowCell> cells) {}

  /** A cell that begins in its row. */
  record RowCell(int column, int rowSpan, int columnSpan, String text, Box box) {}

  /** The texts of its header rows, by which a repeated header is recognised. */
  @JsonIgnore
  List<String> header() {
    return cells.stream().filter(cell -> cell.row() < headerRows).map(PartCell::text).toList();
  }

  /** The rows from this one on. */
  List<Row> rows(int from) {
    List<Row> all = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      all.add(new Row(page, row < headerRows, new ArrayList<>()));
    }
    for (PartCell cell : cells) {
      all.get(cell.row())
          .cells()
          .add(
              new RowCell(
                  cell.column(), cell.rowSpan(), cell.columnSpan(), cell.text(), cell.box()));
    }
    return all.subList(Math.min(from, rows), rows);
  }
}
