package dev.sluice.serve;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a table as CSV (RFC 4180). The text of a cell that covers several places is in the first
 * of them. What a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class TableAsCsv implements TableStream.Format {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[\\p{Nd}.,\\u00A0\\u202F ]*\\p{Nd}%?");
  private static final String RISKY = "=+-@\t\r";

  @Override
  public String begin(TableView table) {
    return "";
  }

  @Override
  public String rows(TablePart part, int from, boolean isFirst) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      for (TablePart.Row row : part.rows(from)) {
        csv.printRecord((Object[]) values(row, part.columns()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String[] values(TablePart.Row row, int columns) {
    String[] values = new String[columns];
    Arrays.fill(values, "");
    row.cells().forEach(cell -> values[cell.column()] = harmless(cell.text()));
    return values;
  }

  /** With an apostrophe before what is no plain number and begins like a formula. */
  static String harmless(String text) {
    boolean risky = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
    return risky && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }

  @Override
  public String end() {
    return "";
  }
}
