package dev.sluice.pdf.page;

import static dev.sluice.pdf.budget.LimitExceededException.ofPage;

import dev.sluice.model.document.PageRange;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.OcrSettings;
import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.annotation.AnnotationReader;
import dev.sluice.pdf.annotation.PageAnnotations;
import dev.sluice.pdf.budget.BoundedContents;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.graphics.ImageCoverage;
import dev.sluice.pdf.graphics.Layers;
import dev.sluice.pdf.graphics.RulingCollector;
import dev.sluice.pdf.order.LineInsertion;
import dev.sluice.pdf.order.PageLine;
import dev.sluice.pdf.table.FoundTables;
import dev.sluice.pdf.table.PageLayout;
import dev.sluice.pdf.table.TableFinder;
import dev.sluice.pdf.text.PageLosses;
import dev.sluice.pdf.text.TextCollector;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.state.EmptyGraphicsStackException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;

/** Reads the content of pages of a document, one by one in one run, within a budget. */
public final class PageContentEngine extends PDFStreamEngine {

  /** Gets each page as soon as it is done. */
  public interface Sink {

    /** Takes a page that was read. */
    void accept(PageContent page) throws IOException;

    /** Takes the number of a page that goes beyond a limit of its own. */
    void refuse(int number, LimitExceededException limit);
  }

  /** Of forms within forms. */
  private static final int MAX_LEVEL = 50;

  private final Budget budget;
  private final Sink sink;
  private final TextMode mode;
  private final PageComposer composer;
  private final Optional<OcrSettings> ocr;
  private final PageLosses losses = new PageLosses();
  private final TextCollector text;
  private final RulingCollector rulings = new RulingCollector();
  private final ImageCoverage images = new ImageCoverage();
  private BoundedContents contents;
  private AnnotationReader annotations;
  private ScanDetector scans;
  private Layers layers;

  /** Gives pages to the sink; without OCR settings scans are not read. */
  public PageContentEngine(Budget budget, Sink sink, TextMode mode, Optional<OcrSettings> ocr) {
    this(budget, sink, mode, ocr, new TableFinder()::find);
  }

  /** Takes what finds the tables of a page. */
  PageContentEngine(
      Budget budget,
      Sink sink,
      TextMode mode,
      Optional<OcrSettings> ocr,
      Function<PageLayout, FoundTables> tables) {
    this.budget = budget;
    this.sink = sink;
    this.mode = mode;
    this.ocr = ocr;
    this.composer = new PageComposer(budget, tables);
    this.text = new TextCollector(budget, losses, mode);
    text.operators(this).forEach(this::addOperator);
    if (mode == TextMode.LAYOUT) {
      rulings.operators(this).forEach(this::addOperator);
      images.operators(this).forEach(this::addOperator);
    }
  }

  /** Reads pages; throws as the next one does. */
  public void read(PDDocument document, PageRange pages) throws IOException {
    read(document, pages, false);
  }

  /**
   * Reads pages, straight from the first if the page tree is plain. Throws {@link IOException} for
   * a broken document and {@link LimitExceededException}.
   */
  public void read(PDDocument document, PageRange range, boolean plainTree) throws IOException {
    contents = new BoundedContents(budget, document.getResourceCache(), losses::damaged);
    annotations = new AnnotationReader(document, budget, contents, losses, mode != TextMode.PLAIN);
    layers = new Layers(document.getDocumentCatalog().getCOSObject());
    scans = new ScanDetector(document, budget, composer, ocr);
    int number = range.from();
    for (PDPage page : new PageRangeFinder(document.getPages()).pages(range, plainTree)) {
      read(number++, page);
    }
  }

  private void read(int number, PDPage page) throws IOException {
    try {
      sink.accept(contentOf(number, page));
    } catch (StackOverflowError nested) {
      sink.refuse(number, ofPage(FailureCode.TOO_COMPLEX, "The page is nested too deeply."));
    } catch (LimitExceededException limit) {
      if (!limit.isOfOnePage()) {
        throw limit;
      }
      sink.refuse(number, limit);
    }
  }

  private PageContent contentOf(int number, PDPage page) throws IOException {
    budget.startPage();
    rulings.startPage(page);
    images.startPage(page);
    text.clear();
    losses.clear();
    draw(page);
    PageAnnotations found = annotations.read(number, page);
    return (mode == TextMode.LAYOUT ? layout(number, page, found) : plain(number, page, found))
        .withFlags(losses.flags(number))
        .withFlags(found.flags())
        .with(found.fields(), found.comments());
  }

  private PageContent plain(int number, PDPage page, PageAnnotations found) {
    String drawn = text.plain();
    String behind = String.join("\n", found.lines().stream().map(PageLine::text).toList());
    budget.characters(behind.length());
    String separator = drawn.isEmpty() || behind.isEmpty() ? "" : "\n";
    return PageContent.of(PageComposer.pageText(number, page, drawn + separator + behind));
  }

  private PageContent layout(int number, PDPage page, PageAnnotations found) {
    List<PageLine> drawn = text.lines();
    List<PageLine> lines = LineInsertion.insert(drawn, found.lines());
    PageContent content = composer.compose(number, page, lines, rulings);
    if (scans.isScan(drawn, images)) {
      return scans.read(content, page, found);
    }
    return losses.isMostlyUnknown() ? scans.readUnknown(content, page, found) : content;
  }

  /** A broken page keeps what it had until it broke, and does not cost the others. */
  private void draw(PDPage page) {
    try {
      if (page.hasContents()) {
        text.startPage(page);
        processPage(contents.bound(page));
      } else if (page.getCOSObject().getItem(COSName.CONTENTS) instanceof COSObject lost) {
        requireEmpty(lost);
      }
    } catch (LimitExceededException limit) {
      throw limit;
    } catch (IOException | RuntimeException broken) {
      losses.brokenOff();
    }
  }

  /** A page may have contents of no length, but they must be there. */
  private void requireEmpty(COSObject contents) {
    if (!(contents.getObject() instanceof COSStream || contents.getObject() instanceof COSArray)) {
      losses.damaged();
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    budget.operator();
    try {
      super.processOperator(operator, operands);
    } catch (LimitExceededException limit) {
      throw limit;
    } catch (RuntimeException broken) {
      losses.operator(operator.getName());
    }
  }

  /** What an operator cannot do is lost, but not what comes behind it. */
  @Override
  protected void operatorException(Operator operator, List<COSBase> operands, IOException broken) {
    if (!(broken instanceof EmptyGraphicsStackException)) { // nothing is lost by one Q too many
      losses.operator(operator.getName());
    }
  }

  /** PDFBox draws no form at a deeper level. */
  @Override
  public void increaseLevel() {
    super.increaseLevel();
    if (getLevel() > MAX_LEVEL) {
      losses.operator(OperatorName.DRAW_OBJECT);
    }
  }

  @Override
  protected void showText(byte[] string) throws IOException {
    text.show(string, getGraphicsState());
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    int outer = text.beginForm(isHidden(form));
    try {
      super.showForm(contents.bound(form));
    } finally {
      text.endForm(outer);
    }
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
    int outer = text.beginForm(isHidden(group));
    try {
      super.showTransparencyGroup(contents.bound(group));
    } finally {
      text.endForm(outer);
    }
  }

  private boolean isHidden(PDFormXObject form) {
    return layers.isHidden(form.getCOSObject().getDictionaryObject(COSName.OC));
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    text.beginMarkedContent(tag, properties, COSName.OC.equals(tag) && layers.isHidden(properties));
  }

  @Override
  public void endMarkedContentSequence() {
    text.endMarkedContent();
  }
}
