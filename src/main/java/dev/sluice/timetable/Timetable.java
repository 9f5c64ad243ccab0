package dev.sluice.timetable;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The timetable that was read from a document.
 *
 * @param profile by which it was read
 * @param rowsSeen rows of its tables, headers aside; one that is broken over pages counts once
 * @param notUnderstood in the order of the document; what of a row is here may have an event too
 */
public record Timetable(
    String profile, int rowsSeen, List<TimetableEvent> events, List<UnreadRow> notUnderstood) {

  /** Makes its lists unchangeable. */
  public Timetable {
    events = List.copyOf(events);
    notUnderstood = List.copyOf(notUnderstood);
  }

  /** The offerings of weekly events; an event that names none is of the empty one. */
  public static Collection<String> offerings(List<TimetableEvent> events) {
    return events.stream()
        .filter(TimetableEvent::recurring)
        .map(TimetableEvent::offering)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The last day of a timetable that came in on this day; empty if no event has a day. */
  Optional<LocalDate> lastDay(Profile profile, LocalDate received) {
    Map<String, Semester> semesters = profile.knownSemesters().on(received, offerings(events));
    Stream<LocalDate> weekly = semesters.values().stream().map(Semester::last);
    Stream<LocalDate> once = events.stream().map(TimetableEvent::date).filter(Objects::nonNull);
    return Stream.concat(weekly, once).max(Comparator.naturalOrder());
  }
}
