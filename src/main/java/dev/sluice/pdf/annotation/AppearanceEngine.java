package dev.sluice.pdf.annotation;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.TextMode;
import dev.sluice.pdf.budget.BoundedContents;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.budget.LimitExceededException;
import dev.sluice.pdf.graphics.Layers;
import dev.sluice.pdf.order.PageLine;
import dev.sluice.pdf.text.PageLosses;
import dev.sluice.pdf.text.TextCollector;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** Reads the text that appearance streams draw (ISO 32000-1, 12.5.5), each on its own. */
final class AppearanceEngine extends PDFStreamEngine {

  /** Operators of all appearances of a page, so that nested ones do not cost the document. */
  private static final int MAX_OPERATORS = 1_000_000;

  private final Budget budget;
  private final BoundedContents contents;
  private final TextCollector text;
  private final Deque<COSBase> open = new ArrayDeque<>();
  private final Layers layers;
  private PDPage page;
  private int operators;

  AppearanceEngine(Budget budget, BoundedContents contents, PageLosses losses, Layers layers) {
    this.budget = budget;
    this.contents = contents;
    this.text = new TextCollector(budget, losses, TextMode.LAYOUT);
    this.layers = layers;
    text.operators(this).forEach(this::addOperator);
  }

  void startPage(PDPage page) {
    this.page = page;
    operators = 0;
  }

  /** Draws an annotation; what was drawn until one breaks can be had all the same. */
  void draw(PDAnnotation annotation) throws IOException {
    text.clear();
    open.clear();
    PDAppearanceStream appearance = getAppearance(annotation);
    if (appearance != null) {
      text.startPage(page);
      processPage(new BlankPage(page)); // a state that nothing before has touched
      open.push(appearance.getCOSObject());
      processAnnotation(annotation, contents.bound(appearance));
    }
  }

  /** The lines that the last annotation has drawn. */
  List<PageLine> lines() {
    return text.lines();
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    budget.operator();
    if (++operators > MAX_OPERATORS) {
      throw LimitExceededException.ofPage(
          FailureCode.TOO_COMPLEX, "More than " + MAX_OPERATORS + " operators in appearances.");
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void showText(byte[] string) throws IOException {
    text.show(string, getGraphicsState());
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    int outer = enter(form);
    super.showForm(contents.bound(form));
    leave(outer);
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup group) throws IOException {
    int outer = enter(group);
    super.showTransparencyGroup(contents.bound(group));
    leave(outer);
  }

  // Unchecked: PDFBox swallows an IOException of the operator that draws a form.
  private int enter(PDFormXObject form) {
    COSStream drawn = form.getCOSObject();
    if (open.stream().anyMatch(other -> other == drawn)) {
      throw new IllegalStateException("a form that draws itself");
    }
    open.push(drawn);
    return text.beginForm(layers.isHidden(drawn.getDictionaryObject(COSName.OC)));
  }

  private void leave(int outer) {
    text.endForm(outer);
    open.pop();
  }

  @Override
  public void beginMarkedContentSequence(COSName tag, COSDictionary properties) {
    text.beginMarkedContent(tag, properties, COSName.OC.equals(tag) && layers.isHidden(properties));
  }

  @Override
  public void endMarkedContentSequence() {
    text.endMarkedContent();
  }

  /** A page without its contents. */
  private static final class BlankPage extends PDPage {

    BlankPage(PDPage page) {
      super(page.getCOSObject());
    }

    @Override
    public boolean hasContents() {
      return false;
    }
  }
}
