package dev.sluice.timetable.plan;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.calendar.CalendarFile;
import dev.sluice.timetable.calendar.TimetableCalendars;
import org.springframework.stereotype.Component;

/** Makes the calendar of a plan: that of its newest document, with its owner's choices. */
@Component
class PlanCalendars {

  private final OwnedPlans owned;
  private final ChosenTimetables timetables;
  private final TimetableCalendars calendars;

  PlanCalendars(OwnedPlans owned, ChosenTimetables timetables, TimetableCalendars calendars) {
    this.owned = owned;
    this.timetables = timetables;
    this.calendars = calendars;
  }

  /**
   * The calendar, unless the caller has it already. Throws {@link FailureException} if no document
   * is left, the profile was removed, or nobody knows a day of any event.
   */
  CalendarFile make(TimetablePlan plan, String ifNoneMatch) {
    ChosenTimetable chosen = timetables.of(plan, owned.newest(plan));
    return chosen
        .calendar()
        .map(own -> calendars.make(chosen.document(), chosen.timetable(), own, ifNoneMatch))
        .orElseThrow(
            () ->
                new FailureException(
                    FailureCode.NOT_FOUND, "The profile by which it was read was removed."));
  }
}
