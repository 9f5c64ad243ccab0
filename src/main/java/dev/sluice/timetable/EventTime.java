package dev.sluice.timetable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When an event is; what is not known is null.
 *
 * @param endAssumed true when the end is the start and a usual length
 * @param recurring true when it is every week of its semester
 */
public record EventTime(
    DayOfWeek weekday,
    LocalDate date,
    LocalTime start,
    LocalTime end,
    boolean endAssumed,
    boolean recurring) {

  private static final LocalTime LAST = LocalTime.of(23, 59);

  /** The same every week on this day. */
  public EventTime weekly(DayOfWeek day) {
    return new EventTime(day, null, start, end, endAssumed, true);
  }

  /** The same once, on this day. */
  public EventTime once(LocalDate day) {
    return new EventTime(day.getDayOfWeek(), day, start, end, endAssumed, false);
  }

  /** The same from and to another time. */
  public EventTime between(LocalTime from, LocalTime to) {
    return new EventTime(weekday, date, from, to, false, recurring);
  }

  /** The same with an assumed end this long after its start, on the same day. */
  public EventTime lasting(Duration length) {
    LocalTime to = start.plus(length);
    return new EventTime(weekday, date, start, to.isAfter(start) ? to : LAST, true, recurring);
  }
}
