package dev.sluice.timetable;

import java.util.List;

/**
 * Groups of a module that together meet for each of some purposes.
 *
 * @param names such as {@code COS214:P01}
 * @param events of these groups
 */
record GroupOption(List<String> names, List<TimetableEvent> events) {

  /** Makes its lists unchangeable. */
  GroupOption {
    names = List.copyOf(names);
    events = List.copyOf(events);
  }
}
