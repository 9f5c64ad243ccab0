package dev.sluice.parse.child;

import static dev.sluice.parse.child.LimitExceededException.ofPage;

import dev.sluice.content.Flag;
import dev.sluice.content.PageContent;
import dev.sluice.document.PageRange;
import dev.sluice.document.PageText;
import dev.sluice.failure.FailureCode;
import dev.sluice.parse.layout.FoundTables;
import dev.sluice.parse.layout.PageLayout;
import dev.sluice.parse.layout.TableFinder;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Reads the text of pages of a document, one by one in one run, within a budget. */
final class TextOfPages extends PDFTextStripper {

  /** Gets each page as soon as it is done. */
  interface Sink {

    void accept(PageContent page) throws IOException;

    /** The page goes beyond a limit of its own. */
    void refuse(int number, LimitExceededException limit);
  }

  private final Budget budget;
  private final Sink sink;
  private final BoundedContents contents;
  private final RulingCollector rulings = new RulingCollector();
  private final Function<PageLayout, FoundTables> tables;
  private PageRange range;
  private boolean plain;
  private BoundedForms forms;
  private final ActualText actualText = new ActualText();
  private final DrawnGlyphs drawn = new DrawnGlyphs();
  private final Map<PDFont, FontFacts> fonts = new IdentityHashMap<>();
  private final List<Glyph> glyphs = new ArrayList<>();

  TextOfPages(Budget budget, Sink sink) {
    this(budget, sink, new TableFinder()::find);
  }

  /** Takes what finds the tables of a page. */
  TextOfPages(Budget budget, Sink sink, Function<PageLayout, FoundTables> tables) {
    this.tables = tables;
    this.budget = budget;
    this.sink = sink;
    this.contents = new BoundedContents(budget);
    setSuppressDuplicateOverlappingText(false); // DrawnGlyphs does so, faster
    setLineSeparator("\n");
    setPageEnd("");
    PathOperators.of(this, rulings).forEach(this::addOperator);
  }

  /** Reads pages; throws as the next one does. */
  void read(PDDocument document, PageRange pages) throws IOException {
    read(document, pages, false);
  }

  /**
   * Reads pages, straight from the first if the page tree is plain. Throws {@link IOException} for
   * a broken document and {@link LimitExceededException}.
   */
  void read(PDDocument document, PageRange pages, boolean plainTree) throws IOException {
    range = pages;
    plain = plainTree;
    forms = new BoundedForms(contents, document.getResourceCache());
    writeText(document, Writer.nullWriter());
  }

  @Override
  protected void processPages(PDPageTree pages) throws IOException {
    int number = range.from();
    for (PDPage page : new PageTree(pages).pages(range, plain)) {
      read(number++, page);
    }
  }

  private void read(int number, PDPage page) throws IOException {
    try {
      sink.accept(contentOf(number, page));
    } catch (StackOverflowError nested) {
      refuse(number, ofPage(FailureCode.TOO_COMPLEX, "The page is nested too deeply."));
    } catch (LimitExceededException limit) {
      if (!limit.isOfOnePage()) {
        throw limit;
      }
      refuse(number, limit);
    }
  }

  private void refuse(int number, LimitExceededException limit) {
    closeMarks();
    sink.refuse(number, limit);
  }

  private PageContent contentOf(int number, PDPage page) throws IOException {
    budget.startPage();
    rulings.startPage(PageBox.shown(page));
    PageWriter text = new PageWriter(budget);
    output = text;
    extract(page, text);
    PDRectangle size = PageBox.of(page);
    PageText pageText =
        new PageText(
            number, size.getWidth(), size.getHeight(), PageBox.rotation(page), text.toString());
    FoundTables found = tablesOf(pageText);
    List<Flag> flags = new ArrayList<>(found.flags());
    if (rulings.isCut()) {
      String why = "Lines beyond " + RulingCollector.MAX_RULINGS + " were not looked at.";
      flags.add(new Flag(number, TableFinder.CUT, why));
    }
    return new PageContent(pageText, List.of(), found.tables(), flags);
  }

  /** A page on which tables cannot be made out keeps its text, and says so. */
  private FoundTables tablesOf(PageText page) {
    try {
      return tables.apply(layout(page));
    } catch (LimitExceededException limit) {
      throw limit;
    } catch (RuntimeException broken) {
      Flag flag = new Flag(page.number(), "tables-not-read", Complaint.of(broken));
      return new FoundTables(List.of(), List.of(flag));
    }
  }

  private PageLayout layout(PageText page) {
    WordCollector collector = new WordCollector();
    glyphs.forEach(collector::add);
    boolean turned = page.rotation() % 180 != 0;
    return new PageLayout(
        page.number(),
        turned ? page.heightPoints() : page.widthPoints(),
        turned ? page.widthPoints() : page.heightPoints(),
        collector.words(),
        rulings.rulings());
  }

  /** One broken page does not cost the others. */
  private void extract(PDPage page, PageWriter text) throws IOException {
    charactersByArticle.forEach(List::clear);
    drawn.clear();
    glyphs.clear();
    try {
      if (page.hasContents()) {
        processPage(new BoundedPage(page.getCOSObject(), contents, document.getResourceCache()));
      }
    } catch (LimitExceededException limit) {
      throw limit;
    } catch (IOException | RuntimeException broken) {
      salvage(text);
    }
  }

  /** A broken page keeps the text it had until it broke. */
  private void salvage(PageWriter text) {
    closeMarks();
    text.clear();
    try {
      writePage();
    } catch (LimitExceededException limit) {
      throw limit;
    } catch (IOException | RuntimeException broken) {
      // Then what is written by now is all there is.
    }
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    budget.operator();
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition position) {
    budget.glyph();
    if (!actualText.replaces() && isRepeated(position)) {
      return;
    }
    super.processTextPosition(position);
    PDGraphicsState state = getGraphicsState();
    boolean outlined = state.getTextState().getRenderingMode() == RenderingMode.FILL_STROKE;
    glyphs.add(new Glyph(position, facts(position), ColourOperator.fillsWhite(state), outlined));
  }

  private boolean isRepeated(TextPosition position) {
    String text = position.getUnicode();
    float x = position.getX();
    float y = position.getY();
    float tolerance = position.getWidth() / text.length() / 3;
    int found = drawn.findOrAdd(text, x, y, tolerance, glyphs.size());
    if (found == DrawnGlyphs.NONE) {
      return false;
    }
    Glyph first = glyphs.get(found);
    first.thickened |= first.x != x || first.y != y;
    return true;
  }

  private FontFacts facts(TextPosition position) {
    return fonts.computeIfAbsent(position.getFont(), font -> new FontFacts(font, 0));
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    super.showForm(forms.bound(form));
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
    super.showTransparencyGroup(forms.bound(group));
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    actualText.begin(tag, properties);
    super.beginMarkedContentSequence(tag, properties);
  }

  @Override
  public void endMarkedContentSequence() {
    actualText.end();
    super.endMarkedContentSequence();
  }

  /** Or a replacement text that a broken page began would swallow the next page's. */
  private void closeMarks() {
    while (actualText.depth() > 0) {
      endMarkedContentSequence();
    }
  }
}
