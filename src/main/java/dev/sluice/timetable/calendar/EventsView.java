package dev.sluice.timetable.calendar;

import dev.sluice.timetable.Clash;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.UnreadRow;
import java.util.List;

/**
 * A document's events as its owner sees them.
 *
 * @param profile by which they were read; null when the document is no timetable
 * @param rowsSeen rows of the whole timetable
 * @param eventsMade events of the whole timetable, chosen or not
 * @param calendar that they make with the same options; null when there is none
 * @param clashes by the places of two events in the list, from 1
 */
public record EventsView(
    String profile,
    int rowsSeen,
    int eventsMade,
    CalendarSummary calendar,
    List<TimetableEvent> events,
    List<UnreadRow> notUnderstood,
    List<Clash> clashes) {

  private static final EventsView NONE =
      new EventsView(null, 0, 0, null, List.of(), List.of(), List.of());

  static EventsView none() {
    return NONE;
  }

  /** Those of a timetable that were chosen. */
  static EventsView of(Timetable timetable, List<TimetableEvent> chosen, CalendarSummary calendar) {
    return new EventsView(
        timetable.profile(),
        timetable.rowsSeen(),
        timetable.events().size(),
        calendar,
        chosen,
        timetable.notUnderstood(),
        Clash.among(chosen));
  }
}
