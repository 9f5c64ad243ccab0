package dev.sluice.pdf.graphics;

import dev.sluice.pdf.content.Box;
import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.awt.geom.Point2D;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** How large a page is and how it is turned, whatever its dictionary holds. */
public final class PageBox {

  private PageBox() {}

  /** The visible part in points; US Letter, as PDFBox has it, when there is nothing usable. */
  public static PDRectangle of(PDPage page) {
    try {
      return page.getCropBox();
    } catch (RuntimeException broken) {
      return PDRectangle.LETTER;
    }
  }

  /** 0, 90, 180 or 270 degrees. */
  public static int rotation(PDPage page) {
    try {
      return page.getRotation();
    } catch (RuntimeException broken) {
      return 0;
    }
  }

  /** What maps the page's user space to the page as it is shown, see {@code content.Box}. */
  public static AffineTransform shown(PDPage page) {
    PDRectangle box = of(page);
    float left = box.getLowerLeftX();
    float bottom = box.getLowerLeftY();
    float right = box.getUpperRightX();
    float top = box.getUpperRightY();
    return switch (rotation(page)) {
      case 90 -> new AffineTransform(0, 1, 1, 0, -bottom, -left);
      case 180 -> new AffineTransform(-1, 0, 0, 1, right, -bottom);
      case 270 -> new AffineTransform(0, -1, -1, 0, top, right);
      default -> new AffineTransform(1, 0, 0, -1, -left, top);
    };
  }

  /** Where a rectangle in user space, given by two corners, stands on the page as it is shown. */
  public static Box boxOf(float[] corners, AffineTransform shown) {
    Point2D one = shown.transform(new Point2D.Float(corners[0], corners[1]), null);
    Point2D other = shown.transform(new Point2D.Float(corners[2], corners[3]), null);
    return new Box(
        (float) Math.min(one.getX(), other.getX()),
        (float) Math.min(one.getY(), other.getY()),
        (float) Math.abs(one.getX() - other.getX()),
        (float) Math.abs(one.getY() - other.getY()));
  }

  /** Of {@link #shown}. */
  static AffineTransform inverse(AffineTransform shown) {
    try {
      return shown.createInverse();
    } catch (NoninvertibleTransformException e) {
      throw new IllegalArgumentException("turning and mirroring can be undone", e);
    }
  }
}
