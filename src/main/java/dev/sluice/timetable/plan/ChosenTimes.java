package dev.sluice.timetable.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;

/** The day and times that an owner gives to an event; null where it gives none. */
record ChosenTimes(DayOfWeek weekday, LocalDate date, LocalTime start, LocalTime end) {

  static ChosenTimes of(EventChoice event) {
    return new ChosenTimes(event.weekday(), event.date(), event.start(), event.end());
  }

  static ChosenTimes of(AddedEvent event) {
    return new ChosenTimes(event.weekday(), event.date(), event.start(), event.end());
  }

  /** Throws {@link dev.sluice.model.failure.FailureException} if they contradict each other. */
  void require(String where) {
    ChosenValue.day(where + ".date", date);
    if (weekday != null && date != null && date.getDayOfWeek() != weekday) {
      throw ChosenValue.bad(where + ".weekday", "is not that of its date");
    }
    if (start != null && end != null && !end.isAfter(start)) {
      throw ChosenValue.bad(where + ".end", "must be after its start");
    }
  }

  /** Throws if they are not enough for an event of their own, too. */
  void requireAll(String where) {
    require(where);
    if (weekday == null && date == null) {
      throw ChosenValue.bad(where, "needs a weekday or a date");
    }
    if (start == null && (date == null || end != null)) {
      throw ChosenValue.bad(where + ".start", "is missing");
    }
  }
}
