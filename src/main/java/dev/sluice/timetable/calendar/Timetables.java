package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.Profiles;
import dev.sluice.timetable.StoredTimetables;
import dev.sluice.timetable.Timetable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds timetables, with the dates that their profiles give for the institution. */
@Component
public class Timetables {

  private final StoredTimetables stored;
  private final Profiles profiles;

  Timetables(StoredTimetables stored, Profiles profiles) {
    this.stored = stored;
    this.profiles = profiles;
  }

  /** The document's timetable; throws {@link FailureException} if it is none. */
  public Timetable of(Document document) {
    return stored
        .find(document)
        .orElseThrow(() -> notFound("The document is not a timetable of a known kind."));
  }

  /** When the institution teaches; throws {@link FailureException} if its profile is gone. */
  AcademicYear yearOf(Document document, Timetable timetable, CalendarOptions options) {
    return findYear(document, timetable, options)
        .orElseThrow(() -> notFound("The profile by which it was read was removed."));
  }

  /** When the institution teaches, for a timetable that came in when this document did. */
  public Optional<AcademicYear> findYear(
      Document document, Timetable timetable, CalendarOptions options) {
    return profiles
        .find(timetable.profile())
        .map(
            profile ->
                AcademicYear.of(
                    profile,
                    timetable.events(),
                    received(document, profile.zone()),
                    options.semesters()));
  }

  /** The day on which a document came in, at its institution. */
  public static LocalDate received(Document document, ZoneId zone) {
    return LocalDate.ofInstant(document.receivedAt(), zone);
  }

  private static FailureException notFound(String detail) {
    return new FailureException(FailureCode.NOT_FOUND, detail);
  }
}
