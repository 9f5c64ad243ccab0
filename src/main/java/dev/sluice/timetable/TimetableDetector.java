package dev.sluice.timetable;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureException;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Looks for a timetable in a document, by the profile that its sender chose; a step of the routes.
 */
@Component
public class TimetableDetector {

  private static final String ANY = "auto";
  private static final String NO = "none";

  private final Profiles profiles;

  TimetableDetector(Profiles profiles) {
    this.profiles = profiles;
  }

  /** Throws {@link FailureException} with BAD_REQUEST for a profile that there is not. */
  public void requireProfile(String name) {
    profiles.require(name);
  }

  /** Reads the pages, or only enough of them to see that they are not a timetable. */
  public TimetableFindings read(Document document, Iterable<PageContent> pages) {
    String wish = document.profile();
    if (wish.equals(NO)) {
      return TimetableFindings.NONE;
    }
    Optional<Timetable> found = new TimetableReader(profiles.meant(wish)).read(pages);
    return found
        .map(timetable -> findings(document, timetable))
        .orElse(wish.equals(ANY) ? TimetableFindings.NONE : mismatch(wish));
  }

  private TimetableFindings findings(Document document, Timetable timetable) {
    Profile profile = profiles.find(timetable.profile()).orElseThrow();
    LocalDate received = LocalDate.ofInstant(document.receivedAt(), profile.zone());
    return TimetableFindings.of(timetable, profile, received);
  }

  private static TimetableFindings mismatch(String wish) {
    Flag flag =
        new Flag(
            0, "profile-mismatch", "Neither its title nor its tables are those of " + wish + ".");
    return new TimetableFindings(null, List.of(flag));
  }
}
