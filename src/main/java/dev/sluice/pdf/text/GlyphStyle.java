package dev.sluice.pdf.text;

import org.apache.pdfbox.util.Matrix;

/** What the glyphs of one shown string have in common; lengths in points. */
final class GlyphStyle {

  final PageTransform page;
  final FontFacts font;

  /** As the content stream gives it. */
  final float fontSize;

  final int fontSizeInPoints;

  /** The text rendering matrix but for its translation. */
  final Matrix matrix;

  /** As PDFBox takes it; it decides what stands on one line. */
  final float height;

  final float spaceWidth;

  /** Of the font as it is shown. */
  final float size;

  final boolean white;

  /** With an outline of its own, which looks bold. */
  final boolean outlined;

  /** The direction in which it is read on the page as it is shown, of length 1. */
  final float alongX;

  final float alongY;

  GlyphStyle(
      PageTransform page,
      FontFacts font,
      float fontSize,
      Matrix text,
      Matrix matrix,
      boolean white,
      boolean outlined) {
    this.page = page;
    this.font = font;
    this.fontSize = fontSize;
    this.fontSizeInPoints = (int) (fontSize * text.getScalingFactorX());
    this.matrix = matrix;
    float scale = matrix.getScalingFactorY();
    this.height = Math.abs(font.height * scale);
    this.spaceWidth = Math.abs(font.spaceWidth * matrix.getScalingFactorX());
    this.size = Math.abs(scale) * font.em;
    this.white = white;
    this.outlined = outlined;
    float right = matrix.getScaleX();
    float up = matrix.getShearY();
    float length = up == 0 ? Math.abs(right) : (float) Math.hypot(right, up);
    this.alongX = length == 0 ? 1 : page.turnedX(right / length, up / length);
    this.alongY = length == 0 ? 0 : page.turnedY(right / length, up / length);
  }

  /** The nearest of four directions: 0 is level, 1 upwards, 2 upside down, 3 downwards. */
  int quarter() {
    if (Math.abs(alongX) >= Math.abs(alongY)) {
      return alongX >= 0 ? 0 : 2;
    }
    return alongY < 0 ? 1 : 3;
  }

  boolean isTurnedFrom(GlyphStyle other) {
    return alongX * other.alongX + alongY * other.alongY < 0.99f;
  }

  boolean isLevel() {
    return alongX > 0.999f;
  }
}
