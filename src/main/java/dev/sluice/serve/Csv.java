package dev.sluice.serve;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes CSV (RFC 4180) that a spreadsheet program shows and does not execute. */
public final class Csv {

  private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",\r\n]");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+([.,]\\d+)?");

  /** What programs take for the begin of a formula, also in full width. */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\t\r\n＝＋－＠]");

  private Csv() {}

  /** One record with its line end; null is an empty cell. */
  public static String line(List<?> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(Object value) {
    String text = harmless(value == null ? "" : value.toString());
    return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  /** An apostrophe before it makes text of a formula; numbers stay numbers. */
  private static String harmless(String text) {
    boolean formula = FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }
}
