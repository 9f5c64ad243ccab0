package dev.sluice.timetable.plan;

import dev.sluice.model.document.DocumentId;
import dev.sluice.timetable.Clash;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.UnreadRow;
import dev.sluice.timetable.calendar.CalendarSummary;
import java.util.List;

/**
 * A timetable's events after its owner's choices.
 *
 * @param document from which they are
 * @param rowsSeen rows of the whole timetable
 * @param eventsMade events that the timetable has, shown or not
 * @param calendar that they make; null if the profile was removed
 * @param clashes by the places of two events among those that are shown, from 1
 * @param stale choices for what the timetable does not have
 */
public record ChosenEventsView(
    DocumentId document,
    String profile,
    int rowsSeen,
    int eventsMade,
    CalendarSummary calendar,
    List<ChosenEvent> events,
    List<UnreadRow> notUnderstood,
    List<Clash> clashes,
    List<String> stale) {

  static ChosenEventsView of(ChosenTimetable chosen, CalendarSummary calendar) {
    Timetable timetable = chosen.timetable();
    return new ChosenEventsView(
        chosen.document().id(),
        timetable.profile(),
        timetable.rowsSeen(),
        timetable.events().size(),
        calendar,
        chosen.events(),
        timetable.notUnderstood(),
        Clash.among(chosen.shown()),
        chosen.stale());
  }
}
