package dev.sluice.pdf.text;

import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.graphics.ColourOperator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDTrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.PDTextState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/**
 * Works out where each glyph of a shown string stands (ISO 32000-1, 9.4.4). It does with numbers,
 * once for all glyphs where it can, what PDFBox does with new matrices for each; results are equal
 * to the last bit.
 */
final class GlyphPositioner {

  private static final int SPACE = 32;

  private final Budget budget;
  private final Consumer<Glyph> target;
  private final PageLosses losses;
  private final boolean exact;
  private final PDFont unreadable = new PDType1Font(FontName.HELVETICA);
  private final Map<PDFont, FontFacts> fonts = new IdentityHashMap<>();
  private FontFacts lastFont;
  private PDFont fallback;
  private PageTransform page;

  GlyphPositioner(Budget budget, Consumer<Glyph> target, PageLosses losses, boolean exact) {
    this.budget = budget;
    this.target = target;
    this.losses = losses;
    this.exact = exact;
  }

  /** Stands for a font that cannot be read; text in it is only counted. */
  PDFont unreadable() {
    return unreadable;
  }

  void startPage(PageTransform transform) {
    page = transform;
  }

  /** Moves the state's text matrix behind the string. */
  void show(byte[] string, PDGraphicsState state) throws IOException {
    if (string.length == 0) {
      return;
    }
    PDFont set = state.getTextState().getFont();
    if (set == unreadable) {
      losses.unreadText(string.length);
      return;
    }
    Line line = new Line(state, facts(set));
    if (line.font.simple) {
      for (byte code : string) {
        line.show(code & 0xFF, 1);
      }
      return;
    }
    ByteArrayInputStream in = new ByteArrayInputStream(string);
    for (int left = in.available(); left > 0; left = in.available()) {
      int code = line.font.font.readCode(in);
      line.show(code, left - in.available());
    }
  }

  private FontFacts facts(PDFont set) throws IOException {
    PDFont font = set == null ? fallback() : set;
    if (lastFont == null || lastFont.font != font) {
      lastFont = fonts.get(font);
      if (lastFont == null) {
        lastFont = new FontFacts(font, AdditionalGlyphNames.all(), exact);
        fonts.put(font, lastFont);
      }
    }
    return lastFont;
  }

  private PDFont fallback() {
    if (fallback == null) {
      fallback = new PDType1Font(FontName.HELVETICA);
    }
    return fallback;
  }

  /** A string while it is shown. */
  private final class Line {

    private final FontFacts font;
    private final PDTextState textState;
    private final float fontSize;
    private final float scaling;
    private final Matrix parameters;
    private final Matrix text;
    private final Matrix ctm;
    private final GlyphStyle style;

    Line(PDGraphicsState state, FontFacts font) {
      this.font = font;
      textState = state.getTextState();
      fontSize = textState.getFontSize();
      scaling = textState.getHorizontalScaling() / 100f;
      parameters = new Matrix(fontSize * scaling, 0, 0, fontSize, 0, textState.getRise());
      text = state.getTextMatrix();
      ctm = state.getCurrentTransformationMatrix();
      style =
          new GlyphStyle(
              page,
              font,
              fontSize,
              text,
              parameters.multiply(text).multiply(ctm),
              ColourOperator.fillsWhite(state),
              textState.getRenderingMode() == RenderingMode.FILL_STROKE);
    }

    void show(int code, int length) throws IOException {
      budget.glyph();
      FontFacts.Code glyph = font.code(code);
      if (font.vertical) {
        showVertical(code, glyph);
      } else {
        showLevel(code, glyph);
      }
      float wordSpacing = length == 1 && code == SPACE ? textState.getWordSpacing() : 0;
      float spacing = textState.getCharacterSpacing() + wordSpacing;
      if (font.vertical) {
        text.translate(0, glyph.y() * fontSize + spacing);
      } else {
        text.translate((glyph.x() * fontSize + spacing) * scaling, 0);
      }
    }

    private void showLevel(int code, FontFacts.Code glyph) {
      float rise = textState.getRise();
      float x = rise * text.getShearX() + text.getTranslateX();
      float y = rise * text.getScaleY() + text.getTranslateY();
      add(code, glyph, glyph.x(), toDeviceX(x, y), toDeviceY(x, y));
    }

    private void showVertical(int code, FontFacts.Code glyph) throws IOException {
      Matrix matrix = parameters.multiply(text).multiply(ctm);
      Vector origin = font.font.getPositionVector(code);
      matrix.translate(origin);
      float advance = verticalAdvance(font.font, code);
      add(code, glyph, advance, matrix.getTranslateX(), matrix.getTranslateY());
    }

    private void add(int code, FontFacts.Code glyph, float advance, float x, float y) {
      float right = advance * fontSize * scaling;
      float up = glyph.y() * fontSize;
      float endX = right * text.getScaleX() + up * text.getShearX() + text.getTranslateX();
      float endY = right * text.getShearY() + up * text.getScaleY() + text.getTranslateY();
      float nextX = toDeviceX(endX, endY);
      float nextY = toDeviceY(endX, endY);
      requireFinite(x, y, nextX, nextY);
      losses.glyph(glyph.known() || glyph.unicode() == null);
      if (glyph.unicode() == null && exact) {
        losses.withoutUnicode();
      } else {
        target.accept(
            new Glyph(
                style,
                code,
                glyph.unicode() == null ? "" : glyph.unicode(),
                x - page.left(),
                y - page.bottom(),
                nextX - page.left(),
                nextY - page.bottom(),
                nextX - x));
      }
    }

    private float toDeviceX(float x, float y) {
      return x * ctm.getScaleX() + y * ctm.getShearX() + ctm.getTranslateX();
    }

    private float toDeviceY(float x, float y) {
      return x * ctm.getShearY() + y * ctm.getScaleY() + ctm.getTranslateY();
    }
  }

  private static void requireFinite(float x, float y, float endX, float endY) {
    if (!Float.isFinite(x + y + endX + endY)) {
      throw new IllegalArgumentException("a glyph beyond all bounds");
    }
  }

  /** What is written downwards has an advance to the right, too, by which its width is known. */
  private static float verticalAdvance(PDFont font, int code) throws IOException {
    float advance = font.getWidth(code) / 1000;
    TrueTypeFont trueType = null;
    if (font instanceof PDTrueTypeFont simple) {
      trueType = simple.getTrueTypeFont();
    } else if (font instanceof PDType0Font composite
        && composite.getDescendantFont() instanceof PDCIDFontType2 descendant) {
      trueType = descendant.getTrueTypeFont();
    }
    boolean scaled = trueType != null && trueType.getUnitsPerEm() != 1000;
    return scaled ? advance * (1000f / trueType.getUnitsPerEm()) : advance;
  }
}
