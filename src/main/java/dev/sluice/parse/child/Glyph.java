package dev.sluice.parse.child;

import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** A glyph where it stands on the page as it is shown, in points from the upper left corner. */
final class Glyph {

  private final TextPosition position;
  final FontFacts font;
  final boolean white;

  /** Where it begins on its baseline. */
  final float x;

  final float y;

  /** Where it ends on its baseline. */
  final float endX;

  final float endY;

  /** The direction in which it is read, of length 1; to the right it is 1 and 0. */
  final float alongX;

  final float alongY;

  /** Of its font, as it is shown. */
  final float size;

  /** Has an outline of its own, or is drawn again with an offset: both look bold. */
  boolean thickened;

  Glyph(TextPosition position, FontFacts font, boolean white, boolean thickened) {
    this.position = position;
    this.font = font;
    this.white = white;
    this.thickened = thickened;
    Matrix matrix = position.getTextMatrix();
    int rotation = position.getRotation();
    x = position.getX();
    y = position.getY();
    float right = matrix.getScaleX();
    float up = matrix.getShearY();
    float length = up == 0 ? Math.abs(right) : (float) Math.hypot(right, up);
    alongX = length == 0 ? 1 : shownX(rotation, right / length, up / length);
    alongY = length == 0 ? 0 : shownY(rotation, right / length, up / length);
    float width = position.getEndX() - matrix.getTranslateX();
    float rise = position.getEndY() - matrix.getTranslateY();
    endX = x + shownX(rotation, width, rise);
    endY = y + shownY(rotation, width, rise);
    size = Math.abs(matrix.getScalingFactorY()) * font.em;
  }

  String text() {
    return position.getUnicode();
  }

  boolean isBold() {
    return thickened || font.bold;
  }

  private static float shownX(int rotation, float right, float up) {
    return switch (rotation) {
      case 90 -> up;
      case 180 -> -right;
      case 270 -> -up;
      default -> right;
    };
  }

  private static float shownY(int rotation, float right, float up) {
    return switch (rotation) {
      case 90 -> right;
      case 180 -> up;
      case 270 -> -right;
      default -> -up;
    };
  }
}
