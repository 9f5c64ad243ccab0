package dev.sluice.timetable;

import java.util.List;

/**
 * A document's events as its owner sees them.
 *
 * @param profile by which they were read; null when the document is no timetable
 * @param rowsSeen rows of the whole timetable
 * @param eventsMade events of the whole timetable, chosen or not
 * @param clashes by the places of two events in the list, from 1
 */
public record EventsView(
    String profile,
    int rowsSeen,
    int eventsMade,
    List<TimetableEvent> events,
    List<UnreadRow> notUnderstood,
    List<Clash> clashes) {

  private static final EventsView NONE =
      new EventsView(null, 0, 0, List.of(), List.of(), List.of());

  static EventsView none() {
    return NONE;
  }

  /** Those of a timetable that were chosen. */
  static EventsView of(Timetable timetable, GroupChoice choice) {
    List<TimetableEvent> chosen = choice.of(timetable.events());
    return new EventsView(
        timetable.profile(),
        timetable.rowsSeen(),
        timetable.events().size(),
        chosen,
        timetable.notUnderstood(),
        Clash.among(chosen));
  }
}
