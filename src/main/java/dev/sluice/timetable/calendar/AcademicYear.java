package dev.sluice.timetable.calendar;

import dev.sluice.timetable.Profile;
import dev.sluice.timetable.TimetableEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The semesters and free days of an institution.
 *
 * @param zone of all its times
 * @param semesters by the offering that events name, such as {@code S1}; the empty key is for those
 *     that name none
 * @param free without lectures: recess and public holidays
 * @param chosen dates that a caller gives for every semester instead, or null
 */
record AcademicYear(
    ZoneId zone, Map<String, DateRange> semesters, List<DateRange> free, DateRange chosen) {

  /** Makes its collections unchangeable. */
  AcademicYear {
    semesters = Map.copyOf(semesters);
    free = List.copyOf(free);
  }

  /** The profile's dates for the semesters of these events, in a document of this day. */
  static AcademicYear of(Profile profile, List<TimetableEvent> events, LocalDate day) {
    Map<String, DateRange> semesters = new TreeMap<>();
    events.stream()
        .map(TimetableEvent::offered)
        .forEach(
            offered ->
                profile
                    .semester(offered, day)
                    .map(semester -> new DateRange(semester.first(), semester.last()))
                    .ifPresent(dates -> semesters.put(key(offered), dates)));
    Stream<DateRange> recesses =
        profile.recesses().stream().map(recess -> new DateRange(recess.first(), recess.last()));
    Stream<DateRange> holidays = profile.holidays().stream().map(one -> new DateRange(one, one));
    return new AcademicYear(
        profile.zone(), semesters, Stream.concat(recesses, holidays).toList(), null);
  }

  /** The same with other dates for every semester; with its own if they are null. */
  AcademicYear withSemester(DateRange dates) {
    return new AcademicYear(zone, semesters, free, dates);
  }

  /** The dates of an offering, null for events that name none; empty if they are unknown. */
  Optional<DateRange> semester(String offered) {
    return Optional.ofNullable(chosen == null ? semesters.get(key(offered)) : chosen);
  }

  /** The year in which an event is, or in which its semester begins; empty if it is unknown. */
  Optional<Integer> of(TimetableEvent event) {
    return event.recurring()
        ? semester(event.offered()).map(range -> range.first().getYear())
        : Optional.ofNullable(event.date()).map(LocalDate::getYear);
  }

  boolean isFree(LocalDate day) {
    return free.stream().anyMatch(range -> range.contains(day));
  }

  private static String key(String offered) {
    return Objects.requireNonNullElse(offered, "");
  }
}
