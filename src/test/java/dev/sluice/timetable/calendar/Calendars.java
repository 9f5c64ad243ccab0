package dev.sluice.timetable.calendar;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.ValidationWarnings;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.TimezoneAssignment;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.TimetableEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;

/** Writes calendars, and reads them with another library than the one that wrote them. */
final class Calendars {

  static final LocalDate RECEIVED = LocalDate.parse("2025-07-01");
  static final ZoneId ZONE = ZoneId.of("Africa/Johannesburg");

  private static final Map<String, Semester> SEMESTERS =
      Map.of(
          "S1", Semester.parse("S1:2025-02-17..2025-05-30"),
          "S2", Semester.parse("S2:2025-07-21..2025-10-31"),
          "Y", Semester.parse("Y:2025-02-17..2025-10-31"));

  static final AcademicYear YEAR =
      new AcademicYear(
          ZONE,
          SEMESTERS,
          List.of(range("2025-09-29", "2025-10-03"), range("2025-09-24", "2025-09-24")),
          SEMESTERS);

  private Calendars() {}

  static DateRange range(String first, String last) {
    return new DateRange(LocalDate.parse(first), LocalDate.parse(last));
  }

  /** The year with other dates for S2, chosen by a caller. */
  static AcademicYear chosen(AcademicYear year, String first, String last) {
    Semester semester = new Semester("S2", LocalDate.parse(first), LocalDate.parse(last));
    return new AcademicYear(year.zone(), Map.of("S2", semester), year.free(), year.published());
  }

  static String write(TimetableEvent... events) {
    return write(YEAR, List.of(events));
  }

  static String write(AcademicYear year, List<TimetableEvent> events) {
    CalendarEntries entries = CalendarEntries.of(events, "up-lectures", year, events);
    Map<String, Integer> sequences =
        entries.list().stream().collect(Collectors.toMap(CalendarEntry::uid, entry -> 0));
    CalendarHeader header =
        new CalendarHeader(
            "Lectures",
            entries.remark(RECEIVED),
            Instant.parse("2025-07-01T10:00:00Z"),
            year.zone());
    return CalendarText.of(header, entries.list(), sequences);
  }

  /** The calendar as the other library reads it; fails if that finds anything wrong with it. */
  static ICalendar read(String text) {
    List<List<ParseWarning>> warnings = new ArrayList<>();
    ICalendar calendar = Biweekly.parse(text).warnings(warnings).first();
    if (!warnings.stream().allMatch(List::isEmpty)) {
      throw new AssertionError(warnings);
    }
    ValidationWarnings complaints = calendar.validate(ICalVersion.V2_0);
    // It does not count the zone as a component; by RFC 5545 it is one.
    boolean valid = calendar.getEvents().isEmpty() || complaints.isEmpty();
    if (!valid) {
      throw new AssertionError(complaints);
    }
    return calendar;
  }

  /** When an event begins, each time, in the calendar's zone. */
  static List<LocalDateTime> occurrences(ICalendar calendar, VEvent event) {
    TimeZone zone = zone(calendar, event);
    List<LocalDateTime> times = new ArrayList<>();
    DateIterator dates = event.getDateIterator(zone);
    while (dates.hasNext()) {
      Date date = dates.next();
      times.add(LocalDateTime.ofInstant(date.toInstant(), zone.toZoneId()));
    }
    return times;
  }

  private static TimeZone zone(ICalendar calendar, VEvent event) {
    TimezoneAssignment zone = calendar.getTimezoneInfo().getTimezone(event.getDateStart());
    return zone == null ? TimeZone.getDefault() : zone.getTimeZone(); // none: all day long
  }
}
