package dev.sluice.timetable.calendar;

import dev.sluice.timetable.Profile;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Semesters;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The semesters and free days of an institution, for one timetable.
 *
 * @param zone of all its times
 * @param semesters by the offering that events name, such as {@code S1}; the empty key is for those
 *     that name none
 * @param free without lectures: recess and public holidays
 * @param published the semesters as they would be if a caller had chosen none
 */
record AcademicYear(
    ZoneId zone,
    Map<String, Semester> semesters,
    List<DateRange> free,
    Map<String, Semester> published) {

  /** Makes its collections unchangeable. */
  AcademicYear {
    semesters = Map.copyOf(semesters);
    free = List.copyOf(free);
    published = Map.copyOf(published);
  }

  /**
   * The dates of a timetable that came in on this day: those that a caller chose, and the profile's
   * for other semesters. Dates of the profile that had passed count only if there are no others.
   */
  static AcademicYear of(
      Profile profile, List<TimetableEvent> events, LocalDate received, Semesters chosen) {
    var offerings = Timetable.offerings(events);
    Semesters known = profile.knownSemesters();
    Map<String, Semester> published = known.on(received, offerings);
    Map<String, Semester> semesters = new HashMap<>();
    for (String offered : offerings) {
      chosen
          .next(offered, received)
          .or(() -> chosen.latest(offered))
          .or(() -> known.next(offered, received))
          .ifPresent(semester -> semesters.put(offered, semester));
    }
    return new AcademicYear(
        profile.zone(), semesters.isEmpty() ? published : semesters, free(profile), published);
  }

  /** The same with the published dates alone. */
  AcademicYear asPublished() {
    return new AcademicYear(zone, published, free, published);
  }

  /** The semester of a weekly event; empty if nobody knows its dates. */
  Optional<Semester> semester(TimetableEvent event) {
    return Optional.ofNullable(semesters.get(event.offering()));
  }

  /** The semester of an offering that has one, under the name by which events call it. */
  Semester named(String offered) {
    Semester dates = semesters.get(offered);
    return new Semester(offered.isEmpty() ? null : offered, dates.first(), dates.last());
  }

  /** The year in which an event is, or in which its semester begins; empty if it is unknown. */
  Optional<Integer> of(TimetableEvent event) {
    Optional<LocalDate> day =
        event.recurring()
            ? semester(event).map(Semester::first)
            : Optional.ofNullable(event.date());
    return day.map(LocalDate::getYear);
  }

  boolean isFree(LocalDate day) {
    return free.stream().anyMatch(range -> range.contains(day));
  }

  private static List<DateRange> free(Profile profile) {
    Stream<DateRange> recesses =
        profile.recesses().stream().map(recess -> new DateRange(recess.first(), recess.last()));
    Stream<DateRange> holidays = profile.holidays().stream().map(one -> new DateRange(one, one));
    return Stream.concat(recesses, holidays).toList();
  }
}
