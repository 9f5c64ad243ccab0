package dev.sluice.pdf.order;

import java.util.regex.Pattern;

/** What items of lists begin with. */
final class ListMarks {

  private static final Pattern ITEM =
      Pattern.compile(
          "(?:[\\u2022\\u25CF\\u25AA\\u25A0\\u25E6\\u2023\\u2043\\u00B7\\u2219*\\u2013\\u2014-]"
              + "|\\(?(?:\\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)])\\s+\\S.*");

  private ListMarks() {}

  static boolean begins(String line) {
    return ITEM.matcher(line).matches();
  }
}
