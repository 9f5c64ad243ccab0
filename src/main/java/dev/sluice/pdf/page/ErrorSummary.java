package dev.sluice.pdf.page;

import java.util.regex.Pattern;

/** What PDFBox complained about, in short and without what it quotes from the document. */
public final class ErrorSummary {

  private static final int MAX_LENGTH = 200;
  private static final Pattern QUOTED =
      Pattern.compile("'[^']*'?|\"[^\"]*\"?|(?<=(instead got|actual=|but got|found)).*");
  private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7E]+");

  private ErrorSummary() {}

  /** Of at most 200 printable ASCII characters. */
  public static String of(Exception exception) {
    String type = exception.getClass().getSimpleName();
    if (exception.getMessage() == null) {
      return type;
    }
    String message = QUOTED.matcher(exception.getMessage()).replaceAll("..");
    String line = type + ": " + UNPRINTABLE.matcher(message).replaceAll(" ").strip();
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH);
  }
}
