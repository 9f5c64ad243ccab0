package dev.sluice.timetable;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.Locale;

/**
 * The formats in which days and times are printed.
 *
 * @param language of the names of months and weekdays, as a BCP 47 tag; {@code en} if absent
 * @param date pattern of {@link java.time.format.DateTimeFormatter}, with {@code uuuu} for years
 * @param time pattern likewise
 * @param between the characters, each by itself, that stand between start and end
 */
public record TimeFormats(String language, String date, String time, String between) {

  /** Fills in the usual; throws {@link IllegalArgumentException} naming the key. */
  public TimeFormats {
    language = language == null ? "en" : language;
    date = date == null ? "d MMM uuuu" : date;
    time = time == null ? "H:mm" : time;
    between = between == null ? "-\u2013" : between;
    ProfileChecks.that(!between.isEmpty(), "between", "is empty");
    formatter("date", date, language);
    formatter("time", time, language);
  }

  Locale locale() {
    return Locale.forLanguageTag(language);
  }

  DateTimeFormatter ofDates() {
    return formatter("date", date, language);
  }

  DateTimeFormatter ofTimes() {
    return formatter("time", time, language);
  }

  private static DateTimeFormatter formatter(String key, String pattern, String language) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(pattern)
          .toFormatter(Locale.forLanguageTag(language))
          .withResolverStyle(ResolverStyle.STRICT);
    } catch (IllegalArgumentException broken) {
      throw new IllegalArgumentException(key + " is no pattern: " + broken.getMessage(), broken);
    }
  }
}
