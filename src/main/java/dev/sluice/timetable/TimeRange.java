package dev.sluice.timetable;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;

/**
 * The start and end of an event.
 *
 * @param start null when it is not known
 * @param end null when it is not known
 * @param assumed true when the end is the start and a usual length
 */
record TimeRange(LocalTime start, LocalTime end, boolean assumed) {

  /** The range of an event, with flags for times that are unknown or impossible. */
  static TimeRange of(
      EventLines lines, ValueReader values, TimeReader clock, Duration usual, List<String> flags) {
    List<LocalTime> times =
        values
            .read(lines, TimetableField.TIME, clock::range, "time-unknown", flags)
            .orElse(List.of());
    LocalTime start = times.isEmpty() ? null : times.get(0);
    LocalTime end = times.size() < 2 ? null : times.get(1);
    if (!values.has(TimetableField.TIME)) {
      start =
          values.read(lines, TimetableField.START, clock::time, "time-unknown", flags).orElse(null);
    }
    if (lines.text(TimetableField.END) != null) {
      end = values.read(lines, TimetableField.END, clock::time, "end-unknown", flags).orElse(null);
    }
    return start == null || end != null
        ? ordered(new TimeRange(start, end, false), flags)
        : assumed(start, usual, flags);
  }

  private static TimeRange assumed(LocalTime start, Duration usual, List<String> flags) {
    if (usual != null) {
      return ordered(new TimeRange(start, start.plus(usual), true), flags);
    }
    if (!flags.contains("end-unknown")) {
      flags.add("end-unknown");
    }
    return new TimeRange(start, null, false);
  }

  private static TimeRange ordered(TimeRange times, List<String> flags) {
    if (times.start != null && times.end != null && !times.end.isAfter(times.start)) {
      flags.add("end-before-start");
    }
    return times;
  }
}
