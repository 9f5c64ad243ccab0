package dev.sluice.calendar;

import dev.sluice.timetable.TimetableEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
   * Entries for the events that are wanted, in their order. Throws {@link
   * dev.sluice.failure.FailureException} if one of them is weekly, and nobody knows when its
   * semester is.
   *
   * @param profile by which the events were read
   */
  static Entries of(
      List<TimetableEvent> events,
      String profile,
      AcademicYear year,
      Predicate<TimetableEvent> wanted) {
    List<String> uids = EventUids.of(events, profile, year);
    List<Entry> entries = new ArrayList<>();
    int leftOut = 0;
    for (int n = 0; n < events.size(); n++) {
      TimetableEvent event = events.get(n);
      if (wanted.test(event)) {
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
