package dev.sluice.parse.child;

import dev.sluice.content.PageContent;
import dev.sluice.document.PageRange;
import dev.sluice.parse.ParseRequest;
import dev.sluice.parse.TextMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What the child reads from each page of a document, without a child. */
public final class PagesOf implements TextOfPages.Sink {

  private static final PageRange ALL = new PageRange(1, 1000);
  private static final ParseRequest GENEROUS =
      new ParseRequest("", ALL, 60_000, 1000, 0, 1 << 28, 1 << 28, 1 << 28, 1000, 1 << 28);

  private final List<PageContent> pages = new ArrayList<>();

  private PagesOf() {}

  public static List<PageContent> document(PDDocument document) throws IOException {
    PagesOf sink = new PagesOf();
    new TextOfPages(new Budget(GENEROUS), sink, TextMode.LAYOUT, Optional.empty())
        .read(document, ALL);
    return sink.pages;
  }

  @Override
  public void accept(PageContent page) {
    pages.add(page);
  }

  @Override
  public void refuse(int number, LimitExceededException limit) {
    throw limit;
  }
}
