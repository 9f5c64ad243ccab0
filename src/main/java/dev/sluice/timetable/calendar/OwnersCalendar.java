package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an owner made of a timetable, to be shown as a calendar.
 *
 * @param name that it keeps, whichever document it is made of
 * @param events as they are shown
 * @param year whose dates they are given
 * @param printedYear that the timetable itself would be given, for the same semesters
 * @param version how often the owner changed anything
 * @param changedAt when that was last; counts from the first change on
 */
public record OwnersCalendar(
    String name,
    List<CalendarEvent> events,
    AcademicYear year,
    AcademicYear printedYear,
    int version,
    Instant changedAt) {

  /** Makes its list unchangeable. */
  public OwnersCalendar {
    events = List.copyOf(events);
  }

  /** When it became as it is: with its document, or with the owner's last change. */
  Instant revisedAt(Document document) {
    Instant completed = document.completedAt();
    return version > 0 && changedAt.isAfter(completed) ? changedAt : completed;
  }

  /**
   * How often each entry was changed, by the timetable and by its owner.
   *
   * @param printed by uid, how often the timetable changed it
   */
  Map<String, Integer> sequences(List<CalendarEntry> entries, Map<String, Integer> printed) {
    return entries.stream()
        .map(CalendarEntry::uid)
        .collect(Collectors.toMap(uid -> uid, uid -> printed.getOrDefault(uid, 0) + version));
  }
}
