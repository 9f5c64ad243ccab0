package dev.sluice.pdf.content;

import dev.sluice.model.document.PageText;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was found on one page.
 *
 * @param blocks of its text, in their order; they do not overlap
 */
public record PageContent(PageText page, List<Block> blocks, List<Table> tables, List<Flag> flags) {

  /** Throws {@link IllegalArgumentException} when a block goes beyond the text. */
  public PageContent {
    int end = page.text().length();
    if (blocks.stream().anyMatch(block -> block.to() > end)) {
      throw new IllegalArgumentException("block beyond the text");
    }
    blocks = List.copyOf(blocks);
    tables = List.copyOf(tables);
    flags = List.copyOf(flags);
  }

  /** The same with flags besides its own. */
  public PageContent flagged(List<Flag> more) {
    return more.isEmpty()
        ? this
        : new PageContent(
            page, blocks, tables, Stream.concat(flags.stream(), more.stream()).toList());
  }

  /** Text and nothing else. */
  public static PageContent of(PageText page) {
    return new PageContent(page, List.of(), List.of(), List.of());
  }
}
