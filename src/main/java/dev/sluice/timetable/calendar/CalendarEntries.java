package dev.sluice.timetable.calendar;

import dev.sluice.timetable.TimetableEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The entries that a calendar shows of a timetable.
 *
 * @param leftOut number of wanted events that have no day
 * @param semesters of the weekly ones, by the offering that they name; the empty key is for those
 *     that name none
 */
record CalendarEntries(List<CalendarEntry> list, int leftOut, Map<String, DateRange> semesters) {

  /** Makes its collections unchangeable. */
  CalendarEntries {
    list = List.copyOf(list);
    semesters = Collections.unmodifiableMap(new TreeMap<>(semesters));
  }

  /**
   * Entries for the events that are wanted, in the order of the timetable. Throws {@link
   * dev.sluice.model.failure.FailureException} if one of them is weekly and the dates of its
   * semester are unknown.
   *
   * @param events all of the timetable
   * @param profile by which they were read
   * @param wanted some of them
   */
  static CalendarEntries of(
      List<TimetableEvent> events, String profile, AcademicYear year, List<TimetableEvent> wanted) {
    List<String> uids = EventUids.of(events, profile, year);
    Set<TimetableEvent> shown = new HashSet<>(wanted);
    List<CalendarEntry> entries = new ArrayList<>();
    Map<String, DateRange> semesters = new HashMap<>();
    int leftOut = 0;
    for (int n = 0; n < events.size(); n++) {
      TimetableEvent event = events.get(n);
      if (shown.contains(event)) {
        Optional<EventSchedule> schedule = EventSchedule.of(event, year);
        String uid = uids.get(n);
        schedule.ifPresent(when -> entries.add(CalendarEntry.of(uid, event, when, year)));
        leftOut += schedule.isPresent() ? 0 : 1;
        if (event.recurring()) {
          String offered = event.offered() == null ? "" : event.offered();
          year.semester(event.offered()).ifPresent(dates -> semesters.put(offered, dates));
        }
      }
    }
    return new CalendarEntries(entries, leftOut, semesters);
  }

  /** A sentence about what the calendar lacks, and which dates its weekly events were given. */
  String remark() {
    List<String> sentences = new ArrayList<>(List.of(lack()));
    semesters.forEach(
        (offered, dates) ->
            sentences.add(
                "Weekly events%s are from %s to %s."
                    .formatted(
                        offered.isEmpty() ? "" : " of " + offered, dates.first(), dates.last())));
    return String.join(" ", sentences).strip();
  }

  private String lack() {
    return switch (leftOut) {
      case 0 -> "";
      case 1 -> "One event is not in this calendar, as the timetable gives no day for it.";
      default ->
          leftOut + " events are not in this calendar, as the timetable gives no day for them.";
    };
  }
}
