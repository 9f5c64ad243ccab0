package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import dev.sluice.timetable.Semester;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Makes the calendar of a document. */
@Component
public class TimetableCalendars {

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
    return write(
        header(nameOf(document), document, entries, year.zone(), document.completedAt()),
        entries,
        revisions.sequences(document, entries.list()),
        ifNoneMatch);
  }

  /** The calendar of a document with what its owner changed. Throws as the other one does. */
  public CalendarFile make(
      Document document, Timetable timetable, OwnersCalendar chosen, String ifNoneMatch) {
    CalendarEntries entries = CalendarEntries.of(chosen.events(), chosen.year());
    entries.requireSome();
    List<TimetableEvent> events = timetable.events();
    CalendarEntries printed =
        CalendarEntries.of(events, timetable.profile(), chosen.printedYear(), events);
    return write(
        header(chosen.name(), document, entries, chosen.year().zone(), chosen.revisedAt(document)),
        entries,
        chosen.sequences(entries.list(), revisions.sequences(document, printed.list())),
        ifNoneMatch);
  }

  /** What to know about the calendar that an owner made of a timetable. */
  public CalendarSummary summary(OwnersCalendar chosen) {
    return summary(CalendarEntries.of(chosen.events(), chosen.year()), chosen.year().zone());
  }

  private CalendarFile write(
      CalendarHeader header,
      CalendarEntries entries,
      Map<String, Integer> sequences,
      String ifNoneMatch) {
    return CalendarFile.of(
        CalendarText.of(header, entries.list(), sequences),
        summary(entries, header.zone()),
        header.name() + ".ics",
        ifNoneMatch);
  }

  private static String nameOf(Document document) {
    return document.fileName().replaceFirst("(?i)\\.pdf$", "");
  }

  private static CalendarHeader header(
      String name, Document document, CalendarEntries entries, ZoneId zone, Instant revisedAt) {
    return new CalendarHeader(
        name,
        entries.remark(Timetables.received(document, zone)),
        revisedAt.truncatedTo(ChronoUnit.SECONDS),
        zone);
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
}
