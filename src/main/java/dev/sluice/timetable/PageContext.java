package dev.sluice.timetable;

import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Table;
import java.util.Optional;
import java.util.stream.Stream;

/** What a page says beside its tables. */
final class PageContext {

  /** Where page 1 says its title when nobody knows its blocks. */
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
   * The lines that belong to no table: they may be rows whose table nobody found. Not those in the
   * margin, nor what is above the header, which names the whole.
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
