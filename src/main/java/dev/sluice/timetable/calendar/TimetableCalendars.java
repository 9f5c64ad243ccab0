package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import dev.sluice.timetable.Timetable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** Makes the calendar of a document. */
@Component
class TimetableCalendars {

  private final Timetables timetables;
  private final EntryRevisions revisions;

  TimetableCalendars(Timetables timetables, EntryRevisions revisions) {
    this.timetables = timetables;
    this.revisions = revisions;
  }

  /**
   * The calendar of a document with results.
   *
   * @param ifNoneMatch the header by which a caller says what it has already, or null
   */
  CalendarFile make(Document document, CalendarOptions options, String ifNoneMatch) {
    Timetable timetable = timetables.of(document);
    AcademicYear year = timetables.yearOf(document, timetable).withSemester(options.semester());
    CalendarEntries entries =
        CalendarEntries.of(
            timetable.events(), timetable.profile(), year, Timetables.chosen(timetable, options));
    String name = document.fileName().replaceFirst("(?i)\\.pdf$", "");
    CalendarHeader header =
        new CalendarHeader(name, entries.remark(), revisedAt(document), year.zone());
    String text =
        CalendarText.of(header, entries.list(), revisions.sequences(document, entries.list()));
    return CalendarFile.of(text, entries.leftOut(), name + ".ics", ifNoneMatch);
  }

  /** Takes a stored time and not the present, because equal calendars must be equal texts. */
  private static Instant revisedAt(Document document) {
    return document.completedAt().truncatedTo(ChronoUnit.SECONDS);
  }
}
