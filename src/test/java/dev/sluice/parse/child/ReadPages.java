package dev.sluice.parse.child;

import dev.sluice.content.PageContent;
import dev.sluice.document.PageRange;
import dev.sluice.parse.ParseRequest;
import dev.sluice.parse.TextMode;
import dev.sluice.parse.layout.PageLayout;
import dev.sluice.parse.layout.TableFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What the child makes of a PDF's pages, without a child. */
record ReadPages(List<PageContent> pages, List<PageLayout> layouts) implements TextOfPages.Sink {

  private static final PageRange ALL = new PageRange(1, Integer.MAX_VALUE);
  private static final ParseRequest GENEROUS =
      new ParseRequest("", ALL, 60_000, 100, 0, 1_000_000, 1_000_000, 1 << 30, 1000, 1 << 30);

  /** All pages, none of which may be refused. */
  static ReadPages of(byte[] pdf) {
    ReadPages read = new ReadPages(new ArrayList<>(), new ArrayList<>());
    try (PDDocument document = Loader.loadPDF(pdf)) {
      new TextOfPages(
              new Budget(GENEROUS),
              read,
              TextMode.LAYOUT,
              Optional.empty(),
              layout -> {
                read.layouts.add(layout);
                return new TableFinder().find(layout);
              })
          .read(document, ALL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read;
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
