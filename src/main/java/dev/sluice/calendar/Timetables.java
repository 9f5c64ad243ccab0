package dev.sluice.calendar;

import dev.sluice.document.Document;
import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import dev.sluice.timetable.GroupChoice;
import dev.sluice.timetable.Profile;
import dev.sluice.timetable.Profiles;
import dev.sluice.timetable.StoredTimetables;
import dev.sluice.timetable.TimetableEvent;
import java.time.LocalDate;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds timetables, with what their profiles say of the institution. */
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
        .find(document.id())
        .map(found -> new Timetable(found.profile(), found.events(), year(found, document)))
        .orElseThrow(() -> none("The document is no timetable of a known kind."));
  }

  /** Which of its events are wanted; throws {@link FailureException} for a wrong choice. */
  Predicate<TimetableEvent> chosen(String groups, List<TimetableEvent> events) {
    try {
      Set<TimetableEvent> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
      chosen.addAll(GroupChoice.parse(groups).of(events));
      return chosen::contains;
    } catch (IllegalArgumentException wrong) {
      throw new FailureException(FailureCode.BAD_REQUEST, wrong.getMessage() + ".", wrong);
    }
  }

  private AcademicYear year(dev.sluice.timetable.Timetable found, Document document) {
    Profile profile =
        profiles
            .find(found.profile())
            .orElseThrow(() -> none("There is no profile " + found.profile() + " any more."));
    LocalDate day = LocalDate.ofInstant(document.receivedAt(), profile.zone());
    return AcademicYear.of(profile, day);
  }

  private static FailureException none(String detail) {
    return new FailureException(FailureCode.NOT_FOUND, detail);
  }
}
