package dev.sluice.calendar;

import dev.sluice.timetable.TimetableEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a calendar has of a timetable.
 *
 * @param leftOut how many events were wanted that have no day
 */
record Entries(List<Entry> list, int leftOut) {

  /** Makes its list unchangeable. */
  Entries {
    list = List.copyOf(list);
  }

  /**
   * Entries for the events that are wanted, in the order of the timetable. Throws {@link
   * dev.sluice.failure.FailureException} if one of them is weekly, and nobody knows when its
   * semester is.
   *
   * @param events all of the timetable
   * @param profile by which they were read
   * @param wanted some of them
   */
  static Entries of(
      List<TimetableEvent> events, String profile, AcademicYear year, List<TimetableEvent> wanted) {
    List<String> uids = EventUids.of(events, profile, year);
    Set<TimetableEvent> shown = new HashSet<>(wanted);
    List<Entry> entries = new ArrayList<>();
    int leftOut = 0;
    for (int n = 0; n < events.size(); n++) {
      TimetableEvent event = events.get(n);
      if (shown.contains(event)) {
        Optional<Schedule> schedule = Schedule.of(event, year);
        String uid = uids.get(n);
        schedule.ifPresent(when -> entries.add(Entry.of(uid, event, when, year)));
        leftOut += schedule.isPresent() ? 0 : 1;
      }
    }
    return new Entries(entries, leftOut);
  }

  /** What the calendar lacks, in a sentence; empty if it lacks nothing. */
  String remark() {
    return switch (leftOut) {
      case 0 -> "";
      case 1 -> "One event is not in this calendar, as the timetable gives no day for it.";
      default ->
          leftOut + " events are not in this calendar, as the timetable gives no day for them.";
    };
  }
}
