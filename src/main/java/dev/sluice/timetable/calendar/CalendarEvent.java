package dev.sluice.timetable.calendar;

import dev.sluice.timetable.TimetableEvent;
import java.time.Duration;

/**
 * An event that a calendar shows, and how.
 *
 * @param uid by which a calendar program recognises it
 * @param summary null: its module, and what it is
 * @param colour by its name in CSS3; null: by its module
 * @param reminder how long before its start a program reminds of it; null: it does not
 */
public record CalendarEvent(
    String uid, TimetableEvent event, String summary, String colour, Duration reminder) {

  /** An event as the timetable has it. */
  static CalendarEvent plain(String uid, TimetableEvent event) {
    return new CalendarEvent(uid, event, null, null, null);
  }

  EventText text() {
    EventText text = EventText.of(event);
    return summary == null ? text : text.called(summary);
  }

  String category() {
    return EventText.clean(event.module());
  }
}
