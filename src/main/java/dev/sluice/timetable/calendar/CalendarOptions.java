package dev.sluice.timetable.calendar;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.UnaryOperator;

/**
 * The options that a caller chooses for a calendar.
 *
 * @param groups which groups of which modules, or null for all
 * @param semester dates that count instead of the profile's, or null
 */
record CalendarOptions(String groups, DateRange semester) {

  private static final String START = "semesterStart";
  private static final String END = "semesterEnd";
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int MAX_DAYS = 366;
  private static final int LONGEST_GROUPS = 2000;

  /**
   * Reads them by their names; throws {@link FailureException} that names what is wrong.
   *
   * @param values gives a value by its name, or null
   */
  static CalendarOptions of(UnaryOperator<String> values) {
    return new CalendarOptions(
        groups(values.apply("groups")),
        semester(day(START, values.apply(START)), day(END, values.apply(END))));
  }

  private static String groups(String text) {
    if (text != null && (text.length() > LONGEST_GROUPS || text.indexOf('\0') >= 0)) {
      throw bad("groups may have " + LONGEST_GROUPS + " characters.");
    }
    return text == null || text.isBlank() ? null : text;
  }

  private static DateRange semester(LocalDate first, LocalDate last) {
    if (first == null && last == null) {
      return null;
    }
    if (first == null || last == null) {
      throw bad((first == null ? START : END) + " is missing: both dates are needed.");
    }
    if (last.isBefore(first) || last.isAfter(first.plusDays(MAX_DAYS))) {
      throw bad(END + " must be on " + START + " or in the " + MAX_DAYS + " days after it.");
    }
    return new DateRange(first, last);
  }

  private static LocalDate day(String name, String text) {
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
        return day;
      }
    } catch (DateTimeParseException noDate) {
      // refused below
    }
    throw bad(
        "%s must be a date of %d to %d such as 2025-07-21.".formatted(name, FIRST_YEAR, LAST_YEAR));
  }

  private static FailureException bad(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }
}
