package dev.sluice.timetable.calendar;

import dev.sluice.timetable.TimetableEvent;

/**
 * The entry that a calendar shows of an event.
 *
 * @param uid by which a calendar program recognises it
 * @param category its module
 * @param fingerprint differs when anything about it has changed
 */
record CalendarEntry(
    String uid, EventSchedule schedule, EventText text, String category, String fingerprint) {

  static CalendarEntry of(
      String uid, TimetableEvent event, EventSchedule schedule, AcademicYear year) {
    EventText text = EventText.of(event);
    return new CalendarEntry(
        uid,
        schedule,
        text,
        EventText.clean(event.module()),
        EventFingerprint.of(event, text, year));
  }
}
