package dev.sluice.pdf.text;

import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/** A glyph where it stands on the page as it is shown, in points from the upper left corner. */
final class Glyph {

  /** Of Japanese: a modifier by its class only. */
  private static final char LONG_VOWEL = '\u30FC';

  final GlyphStyle style;
  final int code;

  /** Where it begins on its baseline. */
  final float x;

  final float y;

  /** Of its advance, along the page's upper edge. */
  final float width;

  private final float userX;
  private final float userY;
  private final float userEndX;
  private final float userEndY;
  private final float advance;
  private String text;
  private TextPosition position;
  private boolean doubled;

  /** Takes places in user space without the page's margin. */
  Glyph(
      GlyphStyle style,
      int code,
      String text,
      float userX,
      float userY,
      float userEndX,
      float userEndY,
      float advance) {
    this.style = style;
    this.code = code;
    this.text = text;
    this.userX = userX;
    this.userY = userY;
    this.userEndX = userEndX;
    this.userEndY = userEndY;
    this.advance = advance;
    PageTransform page = style.page;
    this.x = page.shownX(userX, userY);
    this.y = page.shownY(userX, userY);
    this.width = page.isSideways() ? Math.abs(userEndY - userY) : Math.abs(userEndX - userX);
  }

  String text() {
    return text;
  }

  void replaceText(String replacement) {
    text = replacement;
  }

  float endX() {
    return x + style.page.turnedX(userEndX - userX, userEndY - userY);
  }

  float endY() {
    return y + style.page.turnedY(userEndX - userX, userEndY - userY);
  }

  /** Of its advance. */
  float length() {
    return (float) Math.hypot(userEndX - userX, userEndY - userY);
  }

  /** False if its middle stands outside of what is shown of the page. */
  boolean isOnPage() {
    float up = 0.35f * style.size;
    float middleX = (x + endX()) / 2 + style.alongY * up;
    float middleY = (y + endY()) / 2 - style.alongX * up;
    PageTransform page = style.page;
    return middleX >= 0
        && middleX <= page.shownWidth()
        && middleY >= 0
        && middleY <= page.shownHeight();
  }

  /** How many glyphs it is put together from. */
  int parts() {
    return position == null ? 1 : position.getIndividualWidths().length;
  }

  /** It is drawn once more, which looks bold if it is with an offset. */
  void markDoubled(Glyph again) {
    doubled |= again.x != x || again.y != y;
  }

  boolean isBold() {
    return doubled || style.outlined || style.font.bold;
  }

  /** An accent that may belong to the letter before it or behind it. */
  boolean isDiacritic() {
    if (text.length() != 1 || text.charAt(0) < '^' || text.charAt(0) == LONG_VOWEL) {
      return false;
    }
    int type = Character.getType(text.charAt(0));
    return type == Character.NON_SPACING_MARK
        || type == Character.MODIFIER_SYMBOL
        || type == Character.MODIFIER_LETTER;
  }

  boolean contains(Glyph other) {
    return position().contains(other.position());
  }

  void merge(Glyph diacritic) {
    position().mergeDiacritic(diacritic.position());
    text = position.getUnicode();
  }

  /** As PDFBox has it, for what is rare. */
  TextPosition position() {
    if (position == null) {
      Matrix matrix = style.matrix.clone();
      matrix.setValue(2, 0, userX);
      matrix.setValue(2, 1, userY);
      PageTransform page = style.page;
      position =
          new TextPosition(
              page.rotation(),
              page.width(),
              page.height(),
              matrix,
              userEndX,
              userEndY,
              style.height,
              advance,
              style.spaceWidth,
              text,
              new int[] {code},
              style.font.font,
              style.fontSize,
              style.fontSizeInPoints);
    }
    return position;
  }
}
