package dev.sluice.web;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes CSV (RFC 4180). Text that a spreadsheet would take for a formula is prefixed with an
 * apostrophe.
 */
public final class Csv {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?[\\p{Nd}.,\\u00A0\\u202F ]*\\p{Nd}%?");

  /**
   * Characters that spreadsheets take for the beginning of a formula, full-width forms included.
   */
  private static final String RISKY = "=+-@\t\r\n＝＋－＠";

  private Csv() {}

  /** One record with its line end; null is an empty cell. */
  public static String line(List<?> cells) {
    StringWriter text = new StringWriter();
    try (CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180)) {
      csv.printRecord(cells.stream().map(Csv::cell));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static String cell(Object value) {
    return value == null ? "" : harmless(value.toString());
  }

  /**
   * The text, prefixed with an apostrophe if it begins like a formula and is not a plain number.
   */
  public static String harmless(String text) {
    boolean risky = !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0;
    return risky && !NUMBER.matcher(text).matches() ? "'" + text : text;
  }
}
