package dev.sluice.pdf.page;

import dev.sluice.model.document.PageRange;
import dev.sluice.pdf.OcrSettings;
import dev.sluice.pdf.ParseLimits;
import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.table.PageLayout;
import dev.sluice.pdf.table.TableFinder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What the fork makes of a PDF's pages, without a fork. */
public record ReadPages(List<PageContent> pages, List<PageLayout> layouts)
    implements PageContentEngine.Sink {

  private static final PageRange ALL = new PageRange(1, Integer.MAX_VALUE);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** All pages, none of which may be refused. */
  public static ReadPages of(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return of(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Likewise, of a document that stays open. */
  public static ReadPages of(PDDocument document) throws IOException {
    return of(document, Optional.empty());
  }

  /** Likewise, scans by OCR. */
  public static ReadPages of(PDDocument document, Optional<OcrSettings> ocr) throws IOException {
    ReadPages read = new ReadPages(new ArrayList<>(), new ArrayList<>());
    new PageContentEngine(
            new Budget(ParseLimits.NONE, PATIENCE, 0),
            read,
            TextMode.LAYOUT,
            ocr,
            layout -> {
              read.layouts.add(layout);
              return new TableFinder().find(layout);
            })
        .read(document, ALL);
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
