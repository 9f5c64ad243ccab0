package dev.sluice.calendar;

import dev.sluice.timetable.Profile;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.TimetableEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When an institution teaches.
 *
 * @param zone of all its times
 * @param semesters by what events are offered in, such as {@code S1}; empty for whatever else
 * @param free without lectures: recess and public holidays
 * @param chosen what a caller says of every semester instead, or null
 */
record AcademicYear(
    ZoneId zone, Map<String, DateRange> semesters, List<DateRange> free, DateRange chosen) {

  private static final String ANY = "";

  /** That of a profile, as it is for a timetable of this day. */
  static AcademicYear of(Profile profile, LocalDate day) {
    Map<String, DateRange> semesters = new HashMap<>();
    profile.semesters().stream()
        .map(Semester::offered)
        .distinct()
        .forEach(
            offered ->
                profile
                    .semester(offered, day)
                    .ifPresent(
                        semester ->
                            semesters.put(
                                key(offered), new DateRange(semester.first(), semester.last()))));
    List<DateRange> free = new ArrayList<>();
    profile.recesses().forEach(recess -> free.add(new DateRange(recess.first(), recess.last())));
    profile.holidays().forEach(holiday -> free.add(new DateRange(holiday, holiday)));
    return new AcademicYear(profile.zone(), semesters, free, null);
  }

  private static String key(String offered) {
    return offered == null ? ANY : offered;
  }

  /** Makes its collections unchangeable. */
  AcademicYear {
    semesters = Map.copyOf(semesters);
    free = List.copyOf(free);
  }

  /** The same with other dates for every semester; with its own if they are null. */
  AcademicYear withSemester(DateRange dates) {
    return new AcademicYear(zone, semesters, free, dates);
  }

  /** When events are on that are offered so (null: it is not said); empty if nobody knows. */
  Optional<DateRange> semester(String offered) {
    DateRange own = semesters.getOrDefault(key(offered), semesters.get(ANY));
    return Optional.ofNullable(chosen == null ? own : chosen);
  }

  /** The year in which an event is, or in which its semester begins; empty if nobody knows. */
  Optional<Integer> of(TimetableEvent event) {
    return event.recurring()
        ? semester(event.offered()).map(range -> range.first().getYear())
        : Optional.ofNullable(event.date()).map(LocalDate::getYear);
  }

  boolean isFree(LocalDate day) {
    return free.stream().anyMatch(range -> range.contains(day));
  }
}
