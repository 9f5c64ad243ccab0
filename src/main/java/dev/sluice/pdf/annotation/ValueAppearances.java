package dev.sluice.pdf.annotation;

import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.order.PageLine;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/** Makes appearances for values that PDFBox does not draw, in Helvetica. */
public final class ValueAppearances {

  private static final String UNKNOWN = "?";

  private final PDDocument document;
  private final Budget budget;
  private final FormDefaults form;
  private final PDFont font = new PDType1Font(FontName.HELVETICA);

  /** Takes an open document, and what drawing may cost. */
  public ValueAppearances(PDDocument document, Budget budget) {
    this.document = document;
    this.budget = budget;
    this.form = FormDefaults.of(document);
  }

  /** The appearance of a field's value; empty if it has one that is up to date. */
  public Optional<PDAppearanceStream> of(PDAnnotation annotation) throws IOException {
    WidgetValue value = new WidgetValue(form, annotation.getCOSObject());
    PDRectangle place = annotation.getRectangle();
    if (place == null || !value.isDrawn()) {
      return Optional.empty();
    }
    Box box = new Box(0, 0, place.getWidth(), place.getHeight());
    List<PageLine> lines = value.lines(budget, box);
    PDAppearanceStream appearance = new PDAppearanceStream(document);
    appearance.setBBox(new PDRectangle(box.width(), box.height()));
    appearance.setResources(new PDResources());
    try (PDAppearanceContentStream contents = new PDAppearanceContentStream(appearance)) {
      for (PageLine line : lines) {
        for (Word word : line.words()) {
          write(word, box.height(), contents);
        }
      }
    }
    return Optional.of(appearance);
  }

  private void write(Word word, float height, PDAppearanceContentStream contents)
      throws IOException {
    contents.beginText();
    contents.setFont(font, word.size());
    contents.newLineAtOffset(word.box().x(), height - word.baseline());
    contents.showText(writable(word.text()));
    contents.endText();
  }

  private String writable(String text) {
    StringBuilder writable = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> writable.append(isWritable(letter) ? letter : UNKNOWN));
    return writable.toString();
  }

  private boolean isWritable(String letter) {
    try {
      return font.encode(letter).length > 0;
    } catch (IOException | IllegalArgumentException notInFont) {
      return false;
    }
  }
}
