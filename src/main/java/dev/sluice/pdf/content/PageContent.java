package dev.sluice.pdf.content;

import dev.sluice.model.document.PageText;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that was found on one page.
 *
 * @param blocks of its text, in their order; they do not overlap
 * @param fields of the form that are on it; the first page has those on no page, too
 * @param annotations comments on it
 */
public record PageContent(
    PageText page,
    List<Block> blocks,
    List<Table> tables,
    List<Flag> flags,
    List<FormField> fields,
    List<PageAnnotation> annotations) {

  /**
   * Throws {@link IllegalArgumentException} when a block goes beyond the text, or for too many
   * fields and comments.
   */
  public PageContent {
    int end = page.text().length();
    if (blocks.stream().anyMatch(block -> block.to() > end)) {
      throw new IllegalArgumentException("block beyond the text");
    }
    if (fields.size() > 2 * FormField.MAX_FIELDS
        || annotations.size() > PageAnnotation.MAX_ANNOTATIONS) {
      throw new IllegalArgumentException("too many fields or comments");
    }
    blocks = List.copyOf(blocks);
    tables = List.copyOf(tables);
    flags = List.copyOf(flags);
    fields = List.copyOf(fields);
    annotations = List.copyOf(annotations);
  }

  /** Without form fields and comments. */
  public PageContent(PageText page, List<Block> blocks, List<Table> tables, List<Flag> flags) {
    this(page, blocks, tables, flags, List.of(), List.of());
  }

  /** The same with these form fields and comments. */
  public PageContent with(List<FormField> fields, List<PageAnnotation> annotations) {
    return new PageContent(page, blocks, tables, flags, fields, annotations);
  }

  /** Text and nothing else. */
  public static PageContent of(PageText page) {
    return new PageContent(page, List.of(), List.of(), List.of());
  }

  /** The same with more flags behind its own. */
  public PageContent withFlags(List<Flag> more) {
    return more.isEmpty()
        ? this
        : new PageContent(
            page,
            blocks,
            tables,
            Stream.concat(flags.stream(), more.stream()).toList(),
            fields,
            annotations);
  }
}
