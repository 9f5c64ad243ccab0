package dev.sluice.timetable.calendar;

import dev.sluice.pdf.content.Box;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.TimetableEvent.Kind;
import dev.sluice.timetable.TimetableEvent.Type;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Makes events: lectures and exams as they usually are, but for what a test says. */
final class CalendarEvents {

  Kind kind = Kind.LECTURE;
  String module = "COS 110";
  String activity = "L1";
  String test;
  String paper;
  Type type = Type.LECTURE;
  String group = "G01";
  String offered = "S2";
  DayOfWeek weekday = DayOfWeek.MONDAY;
  LocalDate date;
  LocalTime start = LocalTime.of(8, 30);
  LocalTime end = LocalTime.of(9, 20);
  boolean endAssumed;
  List<String> venues = List.of("IT 4-1");
  String campus = "HATFIELD";
  String status;
  String comments;
  boolean recurring = true;
  List<String> flags = List.of();

  static CalendarEvents lecture() {
    return new CalendarEvents();
  }

  static CalendarEvents exam(LocalDate date) {
    CalendarEvents exam = new CalendarEvents();
    exam.kind = Kind.EXAM;
    exam.activity = "Exam Written";
    exam.paper = "1";
    exam.type = null;
    exam.group = null;
    exam.offered = null;
    exam.weekday = null;
    exam.date = date;
    exam.start = LocalTime.of(7, 30);
    exam.end = LocalTime.of(10, 30);
    exam.endAssumed = true;
    exam.status = "FINAL";
    exam.recurring = false;
    return exam;
  }

  CalendarEvents module(String value) {
    module = value;
    return this;
  }

  CalendarEvents activity(String value) {
    activity = value;
    return this;
  }

  CalendarEvents group(String value) {
    group = value;
    return this;
  }

  CalendarEvents offered(String value) {
    offered = value;
    return this;
  }

  CalendarEvents on(DayOfWeek value) {
    weekday = value;
    return this;
  }

  CalendarEvents from(LocalTime value) {
    start = value;
    return this;
  }

  CalendarEvents to(LocalTime value) {
    end = value;
    return this;
  }

  CalendarEvents in(String... values) {
    venues = List.of(values);
    return this;
  }

  CalendarEvents comments(String value) {
    comments = value;
    return this;
  }

  TimetableEvent event() {
    return new TimetableEvent(
        kind,
        module,
        activity,
        test,
        paper,
        type,
        group,
        "E",
        offered,
        weekday,
        date,
        start,
        end,
        endAssumed,
        venues,
        campus,
        null,
        status,
        comments,
        List.of(),
        recurring,
        flags,
        1,
        new Box(36, 90, 700, 12),
        "up-lectures/slots");
  }
}
