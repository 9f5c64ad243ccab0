package dev.sluice.timetable.calendar;

import dev.sluice.timetable.Semester;
import dev.sluice.timetable.TimetableEvent;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;

/**
 * The days and times of an event, in its institution's zone.
 *
 * @param day of the first time
 * @param start null: all day long, as its time is not known
 * @param end after {@code start}; null if it is not known
 * @param until the last day on which it can be, every week; null if it is once only
 * @param except days among those on which it is not
 */
record EventSchedule(
    LocalDate day, LocalTime start, LocalTime end, LocalDate until, List<LocalDate> except) {

  private static final Period WEEK = Period.ofWeeks(1);

  /** Makes its list unchangeable. */
  EventSchedule {
    except = List.copyOf(except);
  }

  /** The schedule of an event; empty if it has no day, or none that anybody knows. */
  static Optional<EventSchedule> of(TimetableEvent event, AcademicYear year) {
    return event.recurring() ? weekly(event, year) : once(event);
  }

  boolean isWeekly() {
    return until != null;
  }

  /** The last day on which it can be. */
  LocalDate lastDay() {
    return isWeekly() ? until : day;
  }

  /** The last second on which it can begin, if it is weekly: its last day counts, too. */
  Instant lastMoment(ZoneId zone) {
    return until.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }

  private static Optional<EventSchedule> once(TimetableEvent event) {
    return Optional.ofNullable(event.date())
        .map(day -> new EventSchedule(day, event.start(), endOf(event), null, List.of()));
  }

  private static Optional<EventSchedule> weekly(TimetableEvent event, AcademicYear year) {
    return event.weekday() == null || event.start() == null
        ? Optional.empty()
        : year.semester(event).flatMap(semester -> weekly(event, semester, year));
  }

  private static Optional<EventSchedule> weekly(
      TimetableEvent event, Semester semester, AcademicYear year) {
    List<LocalDate> days = days(event.weekday(), semester);
    List<LocalDate> except = days.stream().filter(year::isFree).toList();
    return except.size() == days.size()
        ? Optional.empty()
        : Optional.of(
            new EventSchedule(days.get(0), event.start(), endOf(event), semester.last(), except));
  }

  private static List<LocalDate> days(DayOfWeek weekday, Semester semester) {
    LocalDate first = semester.first().with(TemporalAdjusters.nextOrSame(weekday));
    return first.isAfter(semester.last())
        ? List.of()
        : first.datesUntil(semester.last().plusDays(1), WEEK).toList();
  }

  private static LocalTime endOf(TimetableEvent event) {
    boolean known =
        event.start() != null && event.end() != null && event.end().isAfter(event.start());
    return known ? event.end() : null;
  }
}
