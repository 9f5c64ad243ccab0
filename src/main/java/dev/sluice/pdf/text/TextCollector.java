package dev.sluice.pdf.text;

import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.order.PageLine;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;

/**
 * Collects the text that a page shows, and gives it as plain text or as lines of words. Every call
 * throws {@link LimitExceededException} when it goes beyond the budget.
 */
public final class TextCollector {

  private final Budget budget;
  private final ActualText actualText = new ActualText();
  private final HiddenContent hidden = new HiddenContent();
  private final PageGlyphs glyphs;
  private final GlyphPositioner positioner;

  /** Takes what the text of a document may cost, and what counts the text that is lost. */
  public TextCollector(Budget budget, PageLosses losses, TextMode mode) {
    boolean exact = mode == TextMode.PLAIN;
    this.budget = budget;
    this.glyphs = new PageGlyphs(actualText, hidden, losses, exact);
    this.positioner = new GlyphPositioner(budget, glyphs, losses, exact);
  }

  /** The operators on which the text of a page depends. */
  public List<OperatorProcessor> operators(PDFStreamEngine engine) {
    return TextOperators.all(engine, positioner.unreadable());
  }

  /** Forgets the page before. */
  public void clear() {
    glyphs.clear();
    actualText.clear();
    hidden.endDownTo(0);
  }

  /** Takes the page that is shown next; throws what PDFBox does for a broken one. */
  public void startPage(PDPage page) {
    positioner.startPage(PageTransform.of(page));
    glyphs.startPage(page);
  }

  /** Takes a shown string, and moves the state's text matrix behind it. */
  public void show(byte[] string, PDGraphicsState state) throws IOException {
    positioner.show(string, state);
  }

  /** Begins marked content, which may say what its glyphs stand for, or be in a hidden layer. */
  public void beginMarkedContent(COSName tag, COSDictionary properties, boolean isHidden) {
    actualText.begin(tag, properties);
    hidden.begin(isHidden);
  }

  /** Ends the marked content that began last. */
  public void endMarkedContent() {
    actualText.end();
    hidden.end();
  }

  /** Begins a form; returns what ends it. */
  public int beginForm(boolean isHidden) {
    int outer = hidden.depth();
    hidden.begin(isHidden);
    return outer;
  }

  /** Ends a form, with all marked content that it left open. */
  public void endForm(int outer) {
    hidden.endDownTo(outer);
  }

  /** The page's text as PDFBox's PDFTextStripper writes it. */
  public String plain() {
    PlainText text = new PlainText(budget);
    LineBreaks.read(glyphs.articles(), text);
    return text.toString();
  }

  /** The page's lines in the order of drawing. */
  public List<PageLine> lines() {
    LineCollector collector = new LineCollector();
    LineBreaks.readTurned(glyphs.articles(), collector);
    return collector.lines();
  }
}
