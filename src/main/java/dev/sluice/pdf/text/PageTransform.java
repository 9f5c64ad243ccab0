package dev.sluice.pdf.text;

import dev.sluice.pdf.graphics.PageBox;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * Turns places in user space into places on the page as it is shown. It goes step by step as PDFBox
 * does, so that results are the same to the last bit.
 *
 * @param width of the unturned page in points
 * @param height of the unturned page in points
 */
record PageTransform(float left, float bottom, float width, float height, int rotation) {

  static PageTransform of(PDPage page) {
    PDRectangle box = PageBox.of(page);
    return new PageTransform(
        box.getLowerLeftX(),
        box.getLowerLeftY(),
        box.getWidth(),
        box.getHeight(),
        PageBox.rotation(page));
  }

  /** From the left edge; both in user space without the page's margin. */
  float shownX(float x, float y) {
    return switch (rotation) {
      case 90 -> y;
      case 180 -> width - x;
      case 270 -> height - y;
      default -> x;
    };
  }

  /** From the upper edge. */
  float shownY(float x, float y) {
    return switch (rotation) {
      case 90 -> width - (width - x);
      case 180 -> height - (height - y);
      case 270 -> width - x;
      default -> height - y;
    };
  }

  /** The part of a move that goes to the right on the page as it is shown. */
  float turnedX(float x, float y) {
    return switch (rotation) {
      case 90 -> y;
      case 180 -> -x;
      case 270 -> -y;
      default -> x;
    };
  }

  /** The part of a move that goes down. */
  float turnedY(float x, float y) {
    return switch (rotation) {
      case 90 -> x;
      case 180 -> y;
      case 270 -> -x;
      default -> -y;
    };
  }

  float shownWidth() {
    return isSideways() ? height : width;
  }

  float shownHeight() {
    return isSideways() ? width : height;
  }

  /** True when what is shown from left to right is written up or down in user space. */
  boolean isSideways() {
    return rotation == 90 || rotation == 270;
  }
}
