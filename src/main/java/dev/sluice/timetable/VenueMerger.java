package dev.sluice.timetable;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Merges the events of a row that differ only in their venues into one with several venues. */
final class VenueMerger {

  private final List<TimetableEvent> events = new ArrayList<>();

  void add(TimetableEvent event) {
    for (int at = 0; at < events.size(); at++) {
      if (isSameSlot(events.get(at), event)) {
        events.set(at, joined(events.get(at), event));
        return;
      }
    }
    events.add(event);
  }

  List<TimetableEvent> events() {
    return events;
  }

  private static boolean isSameSlot(TimetableEvent one, TimetableEvent other) {
    return one.start() != null
        && Objects.equals(one.start(), other.start())
        && Objects.equals(one.end(), other.end())
        && Objects.equals(one.weekday(), other.weekday())
        && Objects.equals(one.date(), other.date())
        && Objects.equals(one.activity(), other.activity());
  }

  private static TimetableEvent joined(TimetableEvent one, TimetableEvent other) {
    return one.with(union(one.venues(), other.venues()), union(one.flags(), other.flags()));
  }

  private static List<String> union(List<String> one, List<String> other) {
    List<String> all = new ArrayList<>(one);
    other.stream().filter(item -> !all.contains(item)).forEach(all::add);
    return all;
  }
}
