package dev.sluice.pdf.page;

import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PageText;
import dev.sluice.pdf.OcrSettings;
import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.PageWords;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.table.FoundTables;
import dev.sluice.pdf.table.PageLayout;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Reads the words of one page; those of a scan by OCR, if there is one. */
public final class PageWordReader implements PageContentEngine.Sink {

  private final PageContentEngine engine;
  private List<Word> words = List.of();
  private PageText page;
  private LimitExceededException refusal;

  /** Takes what reading may cost. */
  public PageWordReader(Budget budget, Optional<OcrSettings> ocr) {
    this.engine = new PageContentEngine(budget, this, TextMode.LAYOUT, ocr, this::keepWords);
  }

  /**
   * The words of the page with this number; empty if there is no such page. Throws as {@link
   * PageContentEngine#read(PDDocument, PageRange)} does.
   */
  public Optional<PageWords> read(PDDocument document, int number) throws IOException {
    engine.read(document, new PageRange(number, number));
    if (refusal != null) {
      throw refusal;
    }
    return Optional.ofNullable(page).map(size -> new PageWords(size, words));
  }

  @Override
  public void accept(PageContent content) {
    PageText text = content.page();
    page =
        new PageText(text.number(), text.widthPoints(), text.heightPoints(), text.rotation(), "");
  }

  @Override
  public void refuse(int number, LimitExceededException limit) {
    refusal = limit;
  }

  /** Stands where tables are found: of a scan, OCR's words come after those that are drawn. */
  private FoundTables keepWords(PageLayout layout) {
    words = layout.words();
    return new FoundTables(List.of(), List.of());
  }
}
