package dev.sluice.timetable.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/**
 * A range of days, the last one included.
 *
 * @param first not after {@code last}
 */
public record DateRange(LocalDate first, LocalDate last) {

  private static final String BETWEEN = "..";

  /** Refuses a range that ends before it begins. */
  public DateRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(last + " is before " + first);
    }
  }

  /** Reads a day, or two with dots between; throws {@link IllegalArgumentException}. */
  public static DateRange parse(String text) {
    String[] days = text.split(Pattern.quote(BETWEEN), 2);
    try {
      return new DateRange(LocalDate.parse(days[0]), LocalDate.parse(days[days.length - 1]));
    } catch (DateTimeParseException noDate) {
      throw new IllegalArgumentException("\"" + text + "\" is no date", noDate);
    }
  }

  boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** As in {@code 2026-04-03}, or {@code 2026-03-20..2026-03-29}. */
  @Override
  public String toString() {
    return first.equals(last) ? first.toString() : first + BETWEEN + last;
  }
}
