package dev.sluice.timetable.plan;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses a single value that is out of bounds; null is none, and always good. */
final class ChosenValue {

  private static final int LONGEST_TEXT = 200;
  private static final int MAX_VENUES = 20;
  private static final int MAX_REMINDER_MINUTES = 40_320; // four weeks
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  /** Control characters, and halves of characters: neither a calendar nor the database has them. */
  private static final Pattern NOT_STORABLE = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private ChosenValue() {}

  static void text(String where, String text) {
    storable(where, text);
    if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT)) {
      throw bad(where, "must have 1 to " + LONGEST_TEXT + " characters");
    }
  }

  static String storable(String where, String text) {
    if (text != null && NOT_STORABLE.matcher(text).find()) {
      throw bad(where, "must not have control characters");
    }
    return text;
  }

  static void venues(String where, List<String> venues) {
    if (venues != null && venues.size() > MAX_VENUES) {
      throw bad(where, "may be " + MAX_VENUES);
    }
    if (venues != null) {
      venues.forEach(venue -> text(where, venue));
    }
  }

  static void reminder(String where, Integer minutes) {
    between(where, 0, MAX_REMINDER_MINUTES, minutes);
  }

  static void between(String where, int least, int most, Integer number) {
    if (number != null && (number < least || number > most)) {
      throw bad(where, "must be " + least + " to " + most);
    }
  }

  static void day(String where, LocalDate day) {
    if (day != null && (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR)) {
      throw bad(where, "must be in the years " + FIRST_YEAR + " to " + LAST_YEAR);
    }
  }

  /** A refusal that names the value; a name that a caller made up may be long. */
  static FailureException bad(String where, String what) {
    String name = where.length() > LONGEST_TEXT ? where.substring(0, LONGEST_TEXT) : where;
    return new FailureException(FailureCode.BAD_REQUEST, name + " " + what + ".");
  }
}
