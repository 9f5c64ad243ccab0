package dev.sluice.timetable;

import dev.sluice.content.Block;
import dev.sluice.content.PageContent;
import dev.sluice.content.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads timetables. Only the title of the first page and the header row of a table on it decide by
 * which profile, if by any.
 */
public final class TimetableReader {

  /** Where page 1 says its title when nobody knows its blocks. */
  private static final int TITLE_LINES = 5;

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
    Sheet sheet = new Sheet(profile);
    sheet.add(first);
    rest.forEachRemaining(sheet::add);
    EventReader reader = new EventReader(profile);
    sheet.rows().forEach(reader::read);
    List<NotUnderstood> strange = new ArrayList<>(sheet.strange());
    strange.addAll(reader.strange());
    strange.sort(Comparator.comparingInt(NotUnderstood::page));
    int rowsSeen = sheet.rows().size() + sheet.strange().size();
    return new Timetable(profile.name(), rowsSeen, reader.events(), strange);
  }

  private static boolean fits(Profile profile, PageContent page) {
    List<Table> headed =
        page.tables().stream()
            .filter(table -> TableColumns.of(profile, table).isPresent())
            .toList();
    return !headed.isEmpty() && titles(page, headed.get(0)).anyMatch(profile::isTitle);
  }

  /** The lines above the table. */
  private static Stream<String> titles(PageContent page, Table table) {
    String text = page.page().text();
    if (page.blocks().isEmpty()) {
      return text.lines().filter(line -> !line.isBlank()).limit(TITLE_LINES);
    }
    return page.blocks().stream()
        .filter(block -> block.kind() != Block.Kind.TABLE)
        .filter(block -> block.box().y() < table.box().y())
        .flatMap(block -> text.substring(block.from(), block.to()).lines());
  }
}
