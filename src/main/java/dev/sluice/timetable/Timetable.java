package dev.sluice.timetable;

import java.util.List;

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
}
