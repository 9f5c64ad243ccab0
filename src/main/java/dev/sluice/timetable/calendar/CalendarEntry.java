package dev.sluice.timetable.calendar;

import java.time.Duration;

/**
 * The entry that a calendar shows of an event.
 *
 * @param uid by which a calendar program recognises it
 * @param category its module; empty if it has none
 * @param colour by its name in CSS3
 * @param reminder how long before its start; null: none
 * @param fingerprint differs when anything about it has changed
 */
record CalendarEntry(
    String uid,
    EventSchedule schedule,
    EventText text,
    String category,
    String colour,
    Duration reminder,
    String fingerprint) {

  static CalendarEntry of(CalendarEvent shown, EventSchedule schedule, AcademicYear year) {
    EventText text = shown.text();
    String category = shown.category();
    return new CalendarEntry(
        shown.uid(),
        schedule,
        text,
        category,
        shown.colour() == null ? ModuleColour.of(category) : shown.colour(),
        shown.reminder(),
        EventFingerprint.of(shown.event(), text, year));
  }
}
