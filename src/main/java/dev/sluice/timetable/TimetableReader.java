package dev.sluice.timetable;

import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads timetables. Only the title of the first page and the header row of a table on it decide
 * which profile applies, if any.
 */
public final class TimetableReader {

  private final Collection<Profile> profiles;

  /** Takes the profiles that may fit. */
  public TimetableReader(Collection<Profile> profiles) {
    this.profiles = profiles;
  }

  /** Walks the pages in their order; only the first if it is no timetable, which is empty. */
  public Optional<Timetable> read(Iterable<PageContent> pages) {
    Iterator<PageContent> rest = pages.iterator();
    if (!rest.hasNext()) {
      return Optional.empty();
    }
    PageContent first = rest.next();
    return profiles.stream()
        .filter(profile -> first.page().number() == 1 && fits(profile, first))
        .findFirst()
        .map(profile -> read(profile, first, rest));
  }

  private static Timetable read(Profile profile, PageContent first, Iterator<PageContent> rest) {
    UnreadRows unread = new UnreadRows();
    Sheet sheet = new Sheet(profile, unread);
    Set<Integer> byOcr = new HashSet<>();
    for (PageContent page = first; page != null; page = rest.hasNext() ? rest.next() : null) {
      sheet.add(page);
      if (page.flags().stream().anyMatch(flag -> flag.code().equals(Flag.OCR))) {
        byOcr.add(page.page().number());
      }
    }
    EventReader reader = new EventReader(profile, unread);
    sheet.rows().forEach(reader::read);
    List<TimetableEvent> events =
        reader.events().stream()
            .map(event -> byOcr.contains(event.page()) ? event.flagged(Flag.OCR) : event)
            .toList();
    return new Timetable(profile.name(), sheet.seen(), events, unread.all());
  }

  private static boolean fits(Profile profile, PageContent page) {
    List<Table> headed =
        page.tables().stream()
            .filter(table -> TableColumns.of(profile, table).isPresent())
            .toList();
    return !headed.isEmpty()
        && new PageContext(page).above(headed.get(0)).anyMatch(profile::isTitle);
  }
}
