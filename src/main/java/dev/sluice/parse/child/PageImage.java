package dev.sluice.parse.child;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws a page as a small picture, within a budget. */
final class PageImage extends PDFRenderer {

  private final PDDocument document;
  private final Budget budget;

  PageImage(PDDocument document, Budget budget) {
    super(document);
    this.document = document;
    this.budget = budget;
    // Of a large image only as many pixels are decoded as the picture can show.
    setSubsamplingAllowed(true);
  }

  /** The page, from 1, as a PNG whose longer side has so many pixels. */
  byte[] png(int number, int longerSide) throws IOException {
    budget.startPage();
    PDPage page = document.getPage(number - 1);
    PDRectangle box = usableBox(page);
    // PDFBox rounds down: half a pixel more, or it may be one too few.
    float scale = (longerSide + 0.5f) / Math.max(box.getWidth(), box.getHeight());
    BufferedImage image = renderImage(number - 1, scale);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    return png.toByteArray();
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
    return new BoundedDrawer(parameters, document.getResourceCache(), budget);
  }
}
