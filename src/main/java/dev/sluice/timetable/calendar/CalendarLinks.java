package dev.sluice.timetable.calendar;

import java.util.Optional;

/** Knows the calendars that links of one kind lead to. */
public interface CalendarLinks {

  /** The calendar that the secret opens; empty if this kind has no such link. */
  Optional<CalendarFile> open(SubscriptionToken token, String ifNoneMatch);
}
