package dev.sluice.results.read;

import dev.sluice.model.document.PageRange;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Streams the content of a document's pages, with a few of them in memory at a time. */
final class PageStream implements Enumeration<InputStream> {

  private static final int PAGES_AT_A_TIME = 20;

  private final int pageCount;
  private final Function<PageRange, List<String>> pages;
  private int done;

  private PageStream(int pageCount, Function<PageRange, List<String>> pages) {
    this.pageCount = pageCount;
    this.pages = pages;
  }

  /** UTF-8, asked for page by page as it is consumed; no page of a range: all are gone. */
  static InputStream of(int pageCount, Function<PageRange, List<String>> pages) {
    return new SequenceInputStream(new PageStream(pageCount, pages));
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
    List<String> texts = pages.apply(new PageRange(done + 1, last));
    done = texts.isEmpty() ? pageCount : last;
    return new ByteArrayInputStream(String.join("", texts).getBytes(StandardCharsets.UTF_8));
  }
}
