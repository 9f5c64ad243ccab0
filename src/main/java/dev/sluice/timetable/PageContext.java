package dev.sluice.timetable;

import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** The text of a page outside its tables. */
final class PageContext {

  /** Number of lines at the top of page 1 that may be the title, if the page has no blocks. */
  private static final int TITLE_LINES = 5;

  private final PageContent page;

  PageContext(PageContent page) {
    this.page = page;
  }

  /** The lines above the table, one of which may be the title. */
  Stream<String> above(Table table) {
    return page.blocks().isEmpty()
        ? lines(page.page().text()).limit(TITLE_LINES)
        : page.blocks().stream()
            .filter(block -> block.kind() != Block.Kind.TABLE)
            .filter(block -> isAbove(block, table))
            .flatMap(this::lines);
  }

  /**
   * The lines outside all tables: they may be rows of a table that was not found. Lines in the
   * margin are left out, and so are those above the header, which are titles.
   */
  Stream<String> lines(Optional<Table> header) {
    if (page.blocks().isEmpty()) {
      return page.tables().isEmpty() ? lines(page.page().text()) : Stream.empty();
    }
    return page.blocks().stream()
        .filter(block -> block.kind() != Block.Kind.TABLE && block.kind() != Block.Kind.MARGIN)
        .filter(block -> header.isEmpty() || !isAbove(block, header.get()))
        .filter(block -> page.tables().stream().noneMatch(t -> t.box().overlaps(block.box())))
        .flatMap(this::lines);
  }

  private static boolean isAbove(Block block, Table table) {
    return block.box().y() < table.box().y();
  }

  private Stream<String> lines(Block block) {
    return lines(page.page().text().substring(block.from(), block.to()));
  }

  private static Stream<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank());
  }
}
