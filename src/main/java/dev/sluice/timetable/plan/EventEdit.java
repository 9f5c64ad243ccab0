package dev.sluice.timetable.plan;

import dev.sluice.timetable.EventTime;
import dev.sluice.timetable.TimetableEvent;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Changes an event as its owner chose.
 *
 * @param assumedLength of an event whose end is not printed; empty: as it is
 */
record EventEdit(EventChoice choice, Optional<Duration> assumedLength) {

  private static final Set<String> OF_DAY =
      Set.of("weekday-unknown", "date-unknown", "weekday-differs");
  private static final Set<String> OF_END = Set.of("end-unknown", "end-before-start");

  /** The event as it is shown. */
  TimetableEvent of(TimetableEvent event) {
    EventTime time = times(day(event.time()));
    Set<String> settled = settled();
    return event.at(
        time,
        choice.venues() == null ? event.venues() : choice.venues(),
        event.flags().stream().filter(flag -> !settled.contains(flag)).toList());
  }

  private EventTime day(EventTime time) {
    if (choice.date() != null) {
      return time.once(choice.date());
    }
    return choice.weekday() == null ? time : time.weekly(choice.weekday());
  }

  private EventTime times(EventTime time) {
    LocalTime start = choice.start() == null ? time.start() : choice.start();
    if (choice.end() != null) {
      return time.between(start, choice.end());
    }
    if (time.endAssumed() && (choice.start() != null || assumedLength.isPresent())) {
      return time.between(start, null).lasting(assumedLength.orElseGet(() -> length(time)));
    }
    return choice.start() == null ? time : time.between(start, time.end());
  }

  /** The length that was assumed so far; an end after midnight looks as if it were before. */
  private static Duration length(EventTime time) {
    Duration length = Duration.between(time.start(), time.end());
    return length.isNegative() ? length.plusDays(1) : length;
  }

  /** The doubts that its owner's choice has settled. */
  private Set<String> settled() {
    Set<String> flags = new HashSet<>();
    if (choice.date() != null || choice.weekday() != null) {
      flags.addAll(OF_DAY);
    }
    if (choice.start() != null) {
      flags.add("time-unknown");
    }
    if (choice.end() != null) {
      flags.addAll(OF_END);
    }
    if (choice.venues() != null) {
      flags.add("venue-unknown");
    }
    return Set.copyOf(flags);
  }
}
