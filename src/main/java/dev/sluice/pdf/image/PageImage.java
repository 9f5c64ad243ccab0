package dev.sluice.pdf.image;

import dev.sluice.pdf.annotation.ValueAppearances;
import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.graphics.PageBox;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page as a picture, within a budget. */
public final class PageImage extends PDFRenderer {

  /** A sheet of A2 at 300 dots per inch. */
  private static final double MAX_PIXELS = 35e6;

  private final PDDocument document;
  private final Budget budget;

  /** Takes what drawing may cost. */
  public PageImage(PDDocument document, Budget budget) {
    super(document);
    this.document = document;
    this.budget = budget;
    // Of a large image only as many pixels are decoded as the picture can show.
    setSubsamplingAllowed(true);
  }

  /**
   * The page, from 1, as a PNG with the given length of its longer side in pixels, or only the part
   * of that picture that shows the crop; empty if that lies outside of the page. Throws {@link
   * IOException} when the document's page tree has another page there.
   */
  public Optional<byte[]> png(int number, int longerSide, Box crop) throws IOException {
    budget.startPage();
    PDPage page = countedPage(number);
    PDRectangle box = usableBox(page);
    // PDFBox rounds down: half a pixel more, or it may be one too few.
    float scale = (longerSide + 0.5f) / Math.max(box.getWidth(), box.getHeight());
    BufferedImage image = renderImage(number - 1, scale);
    if (crop == null) {
      return Optional.of(png(image));
    }
    Rectangle part =
        pixels(crop, scale).intersection(new Rectangle(image.getWidth(), image.getHeight()));
    return part.isEmpty()
        ? Optional.empty()
        : Optional.of(png(image.getSubimage(part.x, part.y, part.width, part.height)));
  }

  private static Rectangle pixels(Box box, float scale) {
    return new Rectangle2D.Float(
            box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale)
        .getBounds();
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
  }

  /**
   * The page in shades of grey, for programs that read pictures. Throws {@link IOException} when
   * the document's page tree has another page there.
   */
  public BufferedImage grey(int number, PDPage page, float scale) throws IOException {
    requireAt(number, page);
    return renderImage(number - 1, scale, ImageType.GRAY);
  }

  /** The page that has this number for whoever goes through all of them. */
  private PDPage countedPage(int number) throws IOException {
    Iterator<PDPage> pages = document.getPages().iterator();
    PDPage page = pages.next();
    for (int at = 1; at < number; at++) {
      page = pages.next();
    }
    requireAt(number, page);
    return page;
  }

  /** PDFBox finds a page by what each node says of its number of pages, and that may be wrong. */
  private void requireAt(int number, PDPage page) throws IOException {
    if (document.getPage(number - 1).getCOSObject() != page.getCOSObject()) {
      throw new IOException("the page tree counts its pages wrongly");
    }
  }

  /** Pixels per point at a resolution in dots per inch, or fewer if memory is scarce. */
  public float scaleFor(PDPage page, int dotsPerInch) {
    PDRectangle box = usableBox(page);
    double limit = Math.min(MAX_PIXELS, Runtime.getRuntime().maxMemory() / 8);
    double all = Math.sqrt(limit / box.getWidth() / box.getHeight());
    return (float) Math.min(all, dotsPerInch / 72.0);
  }

  /** A page may say that it is empty, or endless. */
  private static PDRectangle usableBox(PDPage page) {
    PDRectangle box = PageBox.of(page);
    float longer = Math.max(box.getWidth(), box.getHeight());
    float shorter = Math.min(box.getWidth(), box.getHeight());
    if (shorter > 0 && longer < Float.MAX_VALUE) {
      return box;
    }
    page.setMediaBox(PDRectangle.LETTER);
    page.setCropBox(PDRectangle.LETTER);
    return PDRectangle.LETTER;
  }

  @Override
  protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
    ValueAppearances values = new ValueAppearances(document, budget);
    return new BoundedDrawer(parameters, document.getResourceCache(), budget, values);
  }
}
