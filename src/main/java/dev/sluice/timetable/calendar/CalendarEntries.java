package dev.sluice.timetable.calendar;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The entries that a calendar shows of a timetable.
 *
 * @param leftOut number of wanted events that have no day, or none that anybody knows
 * @param semesters of the weekly ones among the wanted events
 * @param unknown offerings of wanted events whose dates nobody knows; the empty one is for events
 *     that name none
 */
record CalendarEntries(
    List<CalendarEntry> list, int leftOut, List<Semester> semesters, List<String> unknown) {

  /** Makes its collections unchangeable. */
  CalendarEntries {
    list = List.copyOf(list);
    semesters = List.copyOf(semesters);
    unknown = List.copyOf(unknown);
  }

  /**
   * Entries for the events that are wanted, in the order of the timetable.
   *
   * @param events all of the timetable
   * @param profile by which they were read
   * @param wanted some of them
   */
  static CalendarEntries of(
      List<TimetableEvent> events, String profile, AcademicYear year, List<TimetableEvent> wanted) {
    List<String> uids = EventUids.of(events, profile, year);
    Set<TimetableEvent> shown = new HashSet<>(wanted);
    return of(
        IntStream.range(0, events.size())
            .filter(n -> shown.contains(events.get(n)))
            .mapToObj(n -> CalendarEvent.plain(uids.get(n), events.get(n)))
            .toList(),
        year);
  }

  /** Entries for these events, in their order. */
  static CalendarEntries of(List<CalendarEvent> shown, AcademicYear year) {
    List<CalendarEntry> entries = new ArrayList<>();
    for (CalendarEvent event : shown) {
      EventSchedule.of(event.event(), year)
          .ifPresent(when -> entries.add(CalendarEntry.of(event, when, year)));
    }
    Collection<String> offerings =
        Timetable.offerings(shown.stream().map(CalendarEvent::event).toList());
    return new CalendarEntries(
        entries,
        shown.size() - entries.size(),
        offerings.stream().filter(year.semesters()::containsKey).map(year::named).toList(),
        offerings.stream().filter(one -> !year.semesters().containsKey(one)).toList());
  }

  /** Throws {@link FailureException} if it has none because nobody knows the dates. */
  void requireSome() {
    if (list.isEmpty() && !unknown.isEmpty()) {
      throw new FailureException(FailureCode.MISSING_SEMESTER_DATES, unknownDates());
    }
  }

  /** Whether it has entries and all of them are over before this day. */
  boolean isBefore(LocalDate day) {
    return !list.isEmpty()
        && list.stream().allMatch(entry -> entry.schedule().lastDay().isBefore(day));
  }

  /**
   * Sentences about what the calendar lacks, which dates its weekly events were given, and whether
   * all had passed when the timetable came in.
   */
  String remark(LocalDate received) {
    List<String> sentences = new ArrayList<>();
    if (leftOut > 0) {
      sentences.add(
          leftOut == 1
              ? "One event is not in this calendar, as no day of it is known."
              : leftOut + " events are not in this calendar, as no day of them is known.");
    }
    if (!unknown.isEmpty()) {
      sentences.add(unknownDates());
    }
    for (Semester one : semesters) {
      String of = one.offered() == null ? "" : " of " + one.offered();
      sentences.add("Weekly events%s are from %s to %s.".formatted(of, one.first(), one.last()));
    }
    if (isBefore(received)) {
      sentences.add("All of it had passed when the timetable came in, on " + received + ".");
    }
    return String.join(" ", sentences);
  }

  private String unknownDates() {
    return "Nobody knows when the semester begins and ends: "
        + String.join(
            ", ", unknown.stream().map(one -> one.isEmpty() ? "(none is named)" : one).toList())
        + ".";
  }
}
