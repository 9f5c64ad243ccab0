package dev.sluice.results.read;

import dev.sluice.web.Csv;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a table as CSV (RFC 4180). A cell that spans several places has its text in the first of
 * them. Text that a spreadsheet would take for a formula is prefixed with an apostrophe.
 */
final class TableAsCsv implements TableStream.Format {

  @Override
  public String begin(TableView table) {
    return "";
  }

  @Override
  public String rows(TablePart part, int from, boolean isFirst) {
    return part.rows(from).stream()
        .map(row -> Csv.line(values(row, part.columns())))
        .collect(Collectors.joining());
  }

  private static List<String> values(TablePart.Row row, int columns) {
    String[] values = new String[columns];
    Arrays.fill(values, "");
    row.cells().forEach(cell -> values[cell.column()] = cell.text());
    return List.of(values);
  }

  @Override
  public String end() {
    return "";
  }
}
