package dev.sluice.timetable.calendar;

import dev.sluice.timetable.Profile;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Semesters;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
public record AcademicYear(
    ZoneId zone,
    Map<String, Semester> semesters,
    List<DateRange> free,
    Map<String, Semester> published) {

  /** Makes its collections unchangeable. */
  public AcademicYear {
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
        profile.zone(), semesters.isEmpty() ? published : semesters, freeDays(profile), published);
  }

  /** The recesses and public holidays of a profile. */
  public static List<DateRange> freeDays(Profile profile) {
    Stream<DateRange> recesses =
        profile.recesses().stream().map(recess -> new DateRange(recess.first(), recess.last()));
    Stream<DateRange> holidays = profile.holidays().stream().map(one -> new DateRange(one, one));
    return Stream.concat(recesses, holidays).toList();
  }

  /** A year of which nobody knows anything. */
  public static AcademicYear unknown() {
    return new AcademicYear(ZoneOffset.UTC, Map.of(), List.of(), Map.of());
  }

  /** The same with other days without lectures. */
  public AcademicYear withFree(List<DateRange> days) {
    return new AcademicYear(zone, semesters, days, published);
  }

  /** The same with the semesters of another one, as far as it does not know them. */
  public AcademicYear withMissing(AcademicYear other) {
    Map<String, Semester> all = new HashMap<>(other.semesters);
    all.putAll(semesters);
    return new AcademicYear(zone, all, free, published);
  }

  /** The same with the published dates alone. */
  public AcademicYear asPublished() {
    return new AcademicYear(zone, published, free, published);
  }

  /** The semester of a weekly event; empty if nobody knows its dates. */
  Optional<Semester> semester(TimetableEvent event) {
    return Optional.ofNullable(semesters.get(event.offering()));
  }

  /** The semester of an offering that has one, under the name by which events call it. */
  public Semester named(String offered) {
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
}
