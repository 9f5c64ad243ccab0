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

/**
 * A document's text as a stream that holds a few pages at a time. There is a form feed between
 * pages, read or not: what stands behind the n-th is always page n + 1.
 */
final class TextStream implements Enumeration<InputStream> {

  private static final int PAGES_AT_A_TIME = 20;

  private final DocumentQueries queries;
  private final DocumentId id;
  private final int pageCount;
  private int done;

  private TextStream(DocumentQueries queries, DocumentId id, int pageCount) {
    this.queries = queries;
    this.id = id;
    this.pageCount = pageCount;
  }

  /** UTF-8, read from the database as it is consumed. */
  static InputStream of(DocumentQueries queries, DocumentId id, int pageCount) {
    return new SequenceInputStream(new TextStream(queries, id, pageCount));
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
    List<String> texts = queries.texts(id, new PageRange(done + 1, last));
    String piece = (done == 0 ? "" : "\f") + String.join("\f", texts);
    done = texts.isEmpty() ? pageCount : last;
    return new ByteArrayInputStream(piece.getBytes(StandardCharsets.UTF_8));
  }
}
