package dev.sluice.parse.child;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** How large a page is and how it is turned, whatever its dictionary holds. */
final class PageBox {

  private PageBox() {}

  /** The visible part in points; US Letter, as PDFBox has it, when there is nothing usable. */
  static PDRectangle of(PDPage page) {
    try {
      return page.getCropBox();
    } catch (RuntimeException broken) {
      return PDRectangle.LETTER;
    }
  }

  /** 0, 90, 180 or 270 degrees. */
  static int rotation(PDPage page) {
    try {
      return page.getRotation();
    } catch (RuntimeException broken) {
      return 0;
    }
  }
}
