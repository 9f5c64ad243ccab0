package dev.sluice.timetable;

import java.util.Locale;

/** Removes from text what depends on how it was printed. */
final class TextNormalizer {

  private TextNormalizer() {}

  /** One line, with single spaces. */
  static String line(String text) {
    return text.replace('\u00A0', ' ').strip().replaceAll("\\s+", " ");
  }

  /** For comparisons: one line without capitals. */
  static String plain(String text) {
    return line(text).toLowerCase(Locale.ROOT);
  }
}
