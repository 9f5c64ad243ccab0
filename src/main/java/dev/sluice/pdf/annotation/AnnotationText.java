package dev.sluice.pdf.annotation;

import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.order.PageLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;

/** Tells what a reader of the page sees of an annotation: its appearance, or else its value. */
final class AnnotationText {

  private static final COSName FREE_TEXT = COSName.getPDFName("FreeText");
  private static final int MULTILINE = 13;
  private static final int PASSWORD = 14;
  private static final int COMBO = 18;
  private static final int COMB = 25;

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
    COSName subtype = annotation.getCOSName(COSName.SUBTYPE);
    if (FREE_TEXT.equals(subtype)) {
      return hasAppearance(annotation)
          ? Optional.empty()
          : Optional.of(
              place(
                  FieldDictionary.text(annotation.getDictionaryObject(COSName.CONTENTS)),
                  box,
                  true,
                  annotation.getDictionaryObject(COSName.DA) instanceof COSString text
                      ? text.getString()
                      : form.appearance()));
    }
    FieldDictionary field = new FieldDictionary(annotation);
    if (!COSName.WIDGET.equals(subtype) || !isDrawnFromValue(annotation, field)) {
      return Optional.empty();
    }
    boolean multiline =
        field.is(FieldDictionary.TEXT) ? field.hasFlag(MULTILINE) : !field.hasFlag(COMBO);
    return Optional.of(place(shown(field), box, multiline, appearance(field)));
  }

  private boolean isDrawnFromValue(COSDictionary widget, FieldDictionary field) {
    boolean isText = field.is(FieldDictionary.TEXT);
    boolean outOfDate = form.needsAppearances() || !hasAppearance(widget);
    // In a comb each letter has a cell of its own, which would tear words apart.
    boolean torn = isText && field.hasFlag(COMB) && !field.values().isEmpty();
    return (isText || field.is(FieldDictionary.CHOICE))
        && !field.hasFlag(PASSWORD)
        && (outOfDate || torn);
  }

  private static boolean hasAppearance(COSDictionary annotation) {
    COSDictionary appearances = annotation.getCOSDictionary(COSName.AP);
    return appearances != null && appearances.getDictionaryObject(COSName.N) instanceof COSStream;
  }

  /** Chosen options as a reader sees them. */
  private static String shown(FieldDictionary field) {
    List<FieldDictionary.Option> options =
        field.is(FieldDictionary.CHOICE) ? field.options() : List.of();
    return field.values().stream()
        .map(
            value ->
                options.stream()
                    .filter(option -> option.stored().equals(value))
                    .map(FieldDictionary.Option::shown)
                    .findFirst()
                    .orElse(value))
        .collect(Collectors.joining("\n"));
  }

  private String appearance(FieldDictionary field) {
    return field.inherited(COSName.DA) instanceof COSString text
        ? text.getString()
        : form.appearance();
  }

  private List<PageLine> place(String text, Box box, boolean multiline, String appearance) {
    return text == null ? List.of() : ValueLines.of(budget, text, box, multiline, appearance);
  }

  /** Draws its appearance; its lines can be had from the engine, even if it breaks. */
  void draw(COSDictionary annotation) throws IOException {
    engine.draw(PDAnnotation.createAnnotation(annotation));
  }
}
