package dev.sluice.timetable.plan;

import dev.sluice.model.document.Document;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.calendar.OwnersCalendar;
import java.util.List;
import java.util.Optional;

/**
 * A document's timetable, after its owner's choices.
 *
 * @param timetable as it is printed
 * @param events all of them, shown or not; those that were added come last
 * @param stale choices for what the timetable does not have
 * @param calendar of the events that are shown; empty if the profile was removed
 */
record ChosenTimetable(
    Document document,
    Timetable timetable,
    List<ChosenEvent> events,
    List<String> stale,
    Optional<OwnersCalendar> calendar) {

  /** Makes its lists unchangeable. */
  ChosenTimetable {
    events = List.copyOf(events);
    stale = List.copyOf(stale);
  }

  /** The events that calendars have. */
  List<TimetableEvent> shown() {
    return events.stream().filter(ChosenEvent::isShown).map(ChosenEvent::event).toList();
  }
}
