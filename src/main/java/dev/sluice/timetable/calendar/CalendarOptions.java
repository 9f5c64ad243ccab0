package dev.sluice.timetable.calendar;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.GroupChoice;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Semesters;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The options that a caller chooses for a calendar.
 *
 * @param groups which groups of which modules, or null for all
 * @param semesters whose dates count instead of the profile's; one without an offering is alone
 */
public record CalendarOptions(String groups, Semesters semesters) {

  private static final int LONGEST_GROUPS = 2000;

  /**
   * Reads them by their names; throws {@link FailureException} that names what is wrong.
   *
   * @param values gives a value by its name, or null
   */
  public static CalendarOptions of(UnaryOperator<String> values) {
    return new CalendarOptions(groups(values.apply("groups")), SemesterOption.of(values));
  }

  /**
   * The events of a timetable that are wanted. Throws {@link FailureException} if it has no such
   * group, or if the dates of a single semester are given and the events are of several.
   */
  List<TimetableEvent> choose(Timetable timetable) {
    List<TimetableEvent> wanted;
    try {
      wanted = GroupChoice.parse(groups).of(timetable.events());
    } catch (IllegalArgumentException wrong) {
      throw bad(wrong.getMessage() + ".");
    }
    Collection<String> offerings = Timetable.offerings(wanted);
    if (single().isPresent() && offerings.size() > 1) {
      throw bad(
          "semesterStart and semesterEnd are for one semester, and the events are of "
              + String.join(", ", offerings)
              + ": send semesters.");
    }
    return wanted;
  }

  /** The semester without an offering, as semesterStart and semesterEnd give it. */
  Optional<Semester> single() {
    return semesters.list().stream().filter(one -> one.offered() == null).findFirst();
  }

  /** The semesters with offerings as text; null if there are none. */
  String each() {
    return semesters.list().isEmpty() || single().isPresent() ? null : semesters.toString();
  }

  private static String groups(String text) {
    if (text != null && (text.length() > LONGEST_GROUPS || text.indexOf('\0') >= 0)) {
      throw bad("groups may have " + LONGEST_GROUPS + " characters.");
    }
    return text == null || text.isBlank() ? null : text;
  }

  private static FailureException bad(String detail) {
    return new FailureException(FailureCode.BAD_REQUEST, detail);
  }
}
