package dev.sluice.pdf.annotation;

import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.order.PageLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** Tells what a reader of the page sees of an annotation: its appearance, or else its value. */
final class AnnotationText {

  private static final COSName FREE_TEXT = COSName.getPDFName("FreeText");

  private final Budget budget;
  private final FormDefaults form;
  private final AppearanceEngine engine;

  AnnotationText(Budget budget, FormDefaults form, AppearanceEngine engine) {
    this.budget = budget;
    this.form = form;
    this.engine = engine;
  }

  /** What has to be drawn from its value; empty if its appearance says all. */
  Optional<List<PageLine>> ofValue(COSDictionary annotation, Box box) {
    boolean isFreeText = FREE_TEXT.equals(annotation.getCOSName(COSName.SUBTYPE));
    if (isFreeText && !WidgetValue.hasAppearance(annotation)) {
      return Optional.of(freeText(annotation, box));
    }
    WidgetValue value = new WidgetValue(form, annotation);
    return value.isDrawn() || value.isComb()
        ? Optional.of(value.lines(budget, box))
        : Optional.empty();
  }

  private List<PageLine> freeText(COSDictionary annotation, Box box) {
    String text = FieldDictionary.text(annotation.getDictionaryObject(COSName.CONTENTS));
    String appearance =
        annotation.getDictionaryObject(COSName.DA) instanceof COSString own
            ? own.getString()
            : form.appearance();
    return text == null ? List.of() : ValueLines.of(budget, text, box, true, appearance);
  }

  /** Draws its appearance; its lines can be had from the engine, even if it breaks. */
  void draw(COSDictionary annotation) throws IOException {
    engine.draw(PDAnnotation.createAnnotation(annotation));
  }
}
