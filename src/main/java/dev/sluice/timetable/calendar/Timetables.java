package dev.sluice.timetable.calendar;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.timetable.GroupChoice;
import dev.sluice.timetable.Profile;
import dev.sluice.timetable.Profiles;
import dev.sluice.timetable.StoredTimetables;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds timetables, with the dates that their profiles give for the institution. */
@Component
class Timetables {

  private final StoredTimetables stored;
  private final Profiles profiles;

  Timetables(StoredTimetables stored, Profiles profiles) {
    this.stored = stored;
    this.profiles = profiles;
  }

  /** The document's timetable; throws {@link FailureException} if it is none. */
  Timetable of(Document document) {
    return stored
        .find(document)
        .orElseThrow(() -> notFound("The document is not a timetable of a known kind."));
  }

  /** When the institution teaches, for a timetable that came in when this document did. */
  AcademicYear yearOf(Document document, Timetable timetable) {
    Profile profile =
        profiles
            .find(timetable.profile())
            .orElseThrow(() -> notFound("The profile by which it was read was removed."));
    LocalDate day = LocalDate.ofInstant(document.receivedAt(), profile.zone());
    return AcademicYear.of(profile, timetable.events(), day);
  }

  /** The events that are wanted; throws {@link FailureException} if there is no such group. */
  static List<TimetableEvent> chosen(Timetable timetable, CalendarOptions options) {
    try {
      return GroupChoice.parse(options.groups()).of(timetable.events());
    } catch (IllegalArgumentException wrong) {
      throw new FailureException(FailureCode.BAD_REQUEST, wrong.getMessage() + ".", wrong);
    }
  }

  private static FailureException notFound(String detail) {
    return new FailureException(FailureCode.NOT_FOUND, detail);
  }
}
