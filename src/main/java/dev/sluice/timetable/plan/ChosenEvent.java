package dev.sluice.timetable.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.calendar.CalendarEvent;
import java.time.Duration;

/**
 * An event of a timetable, after its owner's choices.
 *
 * @param key by which its owner chooses; of an added one its own id
 * @param uid by which calendar programs recognise it
 * @param title what a calendar calls it
 * @param reminderMinutes before it begins; null: none
 * @param leftOut whether its owner does not want it
 * @param notChosen whether it is of another group than the chosen one
 * @param edited whether its owner changed what it says
 * @param added whether no timetable has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChosenEvent(
    String key,
    @JsonIgnore String uid,
    @JsonUnwrapped TimetableEvent event,
    String title,
    EventColour colour,
    Integer reminderMinutes,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean leftOut,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean notChosen,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean edited,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean added) {

  /** Whether calendars have it. */
  @JsonIgnore
  public boolean isShown() {
    return !leftOut && !notChosen;
  }

  CalendarEvent forCalendar() {
    return new CalendarEvent(
        uid,
        event,
        title,
        colour.css(),
        reminderMinutes == null ? null : Duration.ofMinutes(reminderMinutes));
  }
}
