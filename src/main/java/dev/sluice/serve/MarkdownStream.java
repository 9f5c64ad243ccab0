package dev.sluice.serve;

import dev.sluice.document.DocumentId;
import dev.sluice.document.PageRange;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

/** A document as Markdown, as a stream that holds a few pages at a time. */
final class MarkdownStream implements Enumeration<InputStream> {

  private static final int PAGES_AT_A_TIME = 10;

  private final MarkdownQueries queries;
  private final DocumentId id;
  private final int pageCount;
  private int done;

  private MarkdownStream(MarkdownQueries queries, DocumentId id, int pageCount) {
    this.queries = queries;
    this.id = id;
    this.pageCount = pageCount;
  }

  /** UTF-8, read from the database as it is consumed. */
  static InputStream of(MarkdownQueries queries, DocumentId id, int pageCount) {
    return new SequenceInputStream(new MarkdownStream(queries, id, pageCount));
  }

  @Override
  public boolean hasMoreElements() {
    return done < pageCount;
  }

  @Override
  public InputStream nextElement() {
    if (!hasMoreElements()) {
      throw new NoSuchElementException();
    }
    int last = Math.min(done + PAGES_AT_A_TIME, pageCount);
    List<MarkdownPage> pages = queries.pages(id, new PageRange(done + 1, last));
    done = pages.isEmpty() ? pageCount : last;
    String piece =
        pages.stream()
            .map(MarkdownPage::markdown)
            .filter(page -> !page.isEmpty())
            .map(page -> page + "\n\n")
            .collect(Collectors.joining());
    return new ByteArrayInputStream(piece.getBytes(StandardCharsets.UTF_8));
  }
}
