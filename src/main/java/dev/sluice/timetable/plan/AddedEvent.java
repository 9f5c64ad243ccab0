package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.timetable.EventTime;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.TimetableEvent.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * An event that its owner added to a timetable.
 *
 * @param id by which its owner knows it
 * @param weekday on which it is every week of its semester; null if it has a date
 * @param offered its semester; null: the timetable's only one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AddedEvent(
    String id,
    String module,
    String title,
    DayOfWeek weekday,
    LocalDate date,
    @JsonFormat(pattern = "HH:mm") LocalTime start,
    @JsonFormat(pattern = "HH:mm") LocalTime end,
    List<String> venues,
    String offered,
    Integer reminderMinutes) {

  /** Makes its list unchangeable. */
  public AddedEvent {
    venues = venues == null ? null : List.copyOf(venues);
  }

  /** The event in a timetable of this kind, whose events are of this semester unless it says so. */
  TimetableEvent event(Kind kind, String usualOffering) {
    EventTime times = new EventTime(weekday, null, start, end, false, true);
    EventTime time = date == null ? times : times.once(date);
    String semester = offered == null && time.recurring() ? usualOffering : offered;
    return new TimetableEvent(
        kind,
        module,
        null,
        null,
        null,
        null,
        null,
        null,
        semester,
        time.weekday(),
        time.date(),
        start,
        end,
        false,
        venues == null ? List.of() : venues,
        null,
        null,
        null,
        null,
        List.of(),
        time.recurring(),
        List.of(),
        0,
        null,
        null);
  }
}
