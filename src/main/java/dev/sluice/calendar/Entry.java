package dev.sluice.calendar;

import dev.sluice.timetable.TimetableEvent;

/**
 * What a calendar has of an event.
 *
 * @param uid by which a calendar program knows it again
 * @param category its module
 * @param fingerprint another one when anything about it has changed
 */
record Entry(String uid, Schedule schedule, EventText text, String category, String fingerprint) {

  static Entry of(String uid, TimetableEvent event, Schedule schedule, AcademicYear year) {
    EventText text = EventText.of(event);
    return new Entry(
        uid, schedule, text, EventText.clean(event.module()), Fingerprint.of(event, text, year));
  }
}
