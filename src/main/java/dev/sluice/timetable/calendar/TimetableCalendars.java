package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Timetable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes the calendar of a document. */
@Component
class TimetableCalendars {

  private final Timetables timetables;
  private final EntryRevisions revisions;
  private final Clock clock;

  @Autowired
  TimetableCalendars(Timetables timetables, EntryRevisions revisions) {
    this(timetables, revisions, Clock.systemUTC());
  }

  TimetableCalendars(Timetables timetables, EntryRevisions revisions, Clock clock) {
    this.timetables = timetables;
    this.revisions = revisions;
    this.clock = clock;
  }

  /**
   * The calendar of a document with results. Throws {@link
   * dev.sluice.model.failure.FailureException} if nobody knows a day of any event.
   *
   * @param ifNoneMatch the header by which a caller says what it has already, or null
   */
  CalendarFile make(Document document, CalendarOptions options, String ifNoneMatch) {
    Timetable timetable = timetables.of(document);
    AcademicYear year = timetables.yearOf(document, timetable, options);
    CalendarEntries entries = entries(timetable, year, options);
    entries.requireSome();
    String name = document.fileName().replaceFirst("(?i)\\.pdf$", "");
    CalendarHeader header =
        new CalendarHeader(
            name,
            entries.remark(Timetables.received(document, year.zone())),
            revisedAt(document),
            year.zone());
    String text =
        CalendarText.of(header, entries.list(), revisions.sequences(document, entries.list()));
    return CalendarFile.of(text, summary(entries, year.zone()), name + ".ics", ifNoneMatch);
  }

  /** What to know about a timetable's calendar; empty if the profile was removed. */
  Optional<CalendarSummary> summary(
      Document document, Timetable timetable, CalendarOptions options) {
    return timetables
        .findYear(document, timetable, options)
        .map(year -> summary(entries(timetable, year, options), year.zone()));
  }

  private CalendarSummary summary(CalendarEntries entries, ZoneId zone) {
    return new CalendarSummary(
        entries.leftOut(),
        entries.isBefore(LocalDate.now(clock.withZone(zone))),
        entries.semesters().stream().map(Semester::toString).toList());
  }

  private static CalendarEntries entries(
      Timetable timetable, AcademicYear year, CalendarOptions options) {
    return CalendarEntries.of(
        timetable.events(), timetable.profile(), year, options.choose(timetable));
  }

  /** Takes a stored time and not the present, because equal calendars must be equal texts. */
  private static Instant revisedAt(Document document) {
    return document.completedAt().truncatedTo(ChronoUnit.SECONDS);
  }
}
