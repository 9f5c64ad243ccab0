package dev.sluice.timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Two events at the same time.
 *
 * @param first its number among the events it was found among, from 1
 * @param second likewise, later
 */
public record Clash(int first, int second) {

  /** Largest number of clashes that are listed; no usable timetable has more. */
  private static final int MAX_CLASHES = 1000;

  /** All of them, at most 1000. */
  public static List<Clash> among(List<TimetableEvent> events) {
    List<Clash> clashes = new ArrayList<>();
    for (int second = 1; second < events.size(); second++) {
      for (int first = 0; first < second && clashes.size() < MAX_CLASHES; first++) {
        if (clash(events.get(first), events.get(second))) {
          clashes.add(new Clash(first + 1, second + 1));
        }
      }
    }
    return clashes;
  }

  /** Whether two events are at the same time in the same semester. */
  static boolean clash(TimetableEvent one, TimetableEvent other) {
    return isSameDay(one, other) && isSameSemester(one, other) && overlap(one, other);
  }

  private static boolean isSameDay(TimetableEvent one, TimetableEvent other) {
    if (one.recurring() || other.recurring()) {
      return one.recurring()
          && other.recurring()
          && one.weekday() != null
          && one.weekday() == other.weekday();
    }
    return one.date() != null && one.date().equals(other.date());
  }

  private static boolean isSameSemester(TimetableEvent one, TimetableEvent other) {
    return isAllYear(one) || isAllYear(other) || Objects.equals(one.offered(), other.offered());
  }

  private static boolean isAllYear(TimetableEvent event) {
    return event.offered() == null || event.offered().equalsIgnoreCase("Y");
  }

  private static boolean overlap(TimetableEvent one, TimetableEvent other) {
    return one.start() != null
        && one.end() != null
        && other.start() != null
        && other.end() != null
        && one.start().isBefore(other.end())
        && other.start().isBefore(one.end());
  }
}
