package dev.sluice.timetable.calendar;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Semesters;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Reads the semesters that a caller chooses, and names the option that is wrong. */
final class SemesterOption {

  private static final String EACH = "semesters";
  private static final String START = "semesterStart";
  private static final String END = "semesterEnd";
  private static final int LONGEST = 2000;
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int MAX_DAYS = 366;

  private SemesterOption() {}

  /**
   * The semesters; a single one without an offering for semesterStart and semesterEnd. Throws
   * {@link FailureException}.
   */
  static Semesters of(UnaryOperator<String> values) {
    String each = values.apply(EACH);
    String start = values.apply(START);
    String end = values.apply(END);
    if (each != null && (start != null || end != null)) {
      throw bad("%s cannot be combined with %s and %s.".formatted(EACH, START, END));
    }
    if (each != null) {
      return each(each);
    }
    return start == null && end == null ? Semesters.NONE : one(day(START, start), day(END, end));
  }

  private static Semesters each(String text) {
    if (text.length() > LONGEST) {
      throw bad("%s may have %d characters.".formatted(EACH, LONGEST));
    }
    try {
      Semesters semesters = Semesters.parse(text);
      semesters.list().forEach(SemesterOption::check);
      return semesters;
    } catch (IllegalArgumentException wrong) {
      throw bad(wrong.getMessage() + ".");
    }
  }

  private static void check(Semester one) {
    if (one.offered() == null) {
      throw bad(
          "%s: %s needs the name of its semester, as in S1:%s; %s and %s are for a single one."
              .formatted(EACH, one, one, START, END));
    }
    if (!isYear(one.first()) || !isYear(one.last()) || isTooLong(one)) {
      throw bad(
          "%s: %s must be in the years %d to %d, and not be longer than %d days."
              .formatted(EACH, one, FIRST_YEAR, LAST_YEAR, MAX_DAYS));
    }
  }

  private static Semesters one(LocalDate first, LocalDate last) {
    if (first == null || last == null) {
      throw bad((first == null ? START : END) + " is missing: both dates are needed.");
    }
    if (last.isBefore(first) || isTooLong(new Semester(null, first, last))) {
      throw bad(END + " must be on " + START + " or in the " + MAX_DAYS + " days after it.");
    }
    return new Semesters(List.of(new Semester(null, first, last)));
  }

  private static LocalDate day(String name, String text) {
    if (text == null) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (isYear(day)) {
        return day;
      }
    } catch (DateTimeParseException noDate) {
      // refused below
    }
    throw bad(
        "%s must be a date of %d to %d such as 2025-07-21.".formatted(name, FIRST_YEAR, LAST_YEAR));
  }

  private static boolean isYear(LocalDate day) {
    return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
  }

  private static boolean isTooLong(Semester one) {
    return one.last().isAfter(one.first().plusDays(MAX_DAYS));
  }

  private static FailureException bad(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }
}
