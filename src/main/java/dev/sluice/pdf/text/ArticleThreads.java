package dev.sluice.pdf.text;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.pagenavigation.PDThreadBead;

/**
 * The parts of a page whose text belongs together, as its article threads say (ISO 32000-1,
 * 12.4.3). Without threads all text is one part. The rule is PDFBox's.
 */
final class ArticleThreads {

  /** With more of them, each glyph would take long to place. */
  private static final int MAX_BEADS = 500;

  private final List<PDRectangle> beads = new ArrayList<>();
  private final List<List<Glyph>> articles = new ArrayList<>();

  /** None for all text. */
  ArticleThreads() {
    articles.add(new ArrayList<>());
  }

  ArticleThreads(PDPage page) {
    List<PDThreadBead> threads = threads(page);
    for (int at = 0; at < threads.size() && threads.size() <= MAX_BEADS; at++) {
      PDThreadBead bead = threads.get(at);
      beads.add(bead == null || bead.getRectangle() == null ? null : shown(page, bead));
    }
    for (int at = 0; at < 1 + 2 * beads.size(); at++) {
      articles.add(new ArrayList<>());
    }
  }

  /** Broken ones cost an order, but not the page. */
  private static List<PDThreadBead> threads(PDPage page) {
    try {
      return page.getThreadBeads();
    } catch (RuntimeException broken) {
      return List.of();
    }
  }

  /** In the order in which they are read. */
  List<List<Glyph>> all() {
    return articles;
  }

  List<Glyph> of(Glyph glyph) {
    return articles.size() == 1 ? articles.get(0) : articles.get(index(glyph.x, glyph.y));
  }

  /** Within a bead, else before the first bead that it stands left of or above. */
  private int index(float x, float y) {
    int leftOrAbove = -1;
    int left = -1;
    int above = -1;
    for (int at = 0; at < beads.size(); at++) {
      PDRectangle bead = beads.get(at);
      if (bead == null) {
        return 0;
      }
      boolean isLeft = x < bead.getLowerLeftX();
      boolean isAbove = y < bead.getUpperRightY();
      if (bead.contains(x, y)) {
        return 2 * at + 1;
      } else if ((isLeft || isAbove) && leftOrAbove == -1) {
        leftOrAbove = 2 * at;
      } else if (isLeft && left == -1) {
        left = 2 * at;
      } else if (isAbove && above == -1) {
        above = 2 * at;
      }
    }
    return first(leftOrAbove, left, above, articles.size() - 1);
  }

  private static int first(int... indexes) {
    for (int index : indexes) {
      if (index != -1) {
        return index;
      }
    }
    return 0;
  }

  /** With y downwards, as glyphs have it. */
  private static PDRectangle shown(PDPage page, PDThreadBead bead) {
    PDRectangle given = bead.getRectangle();
    PDRectangle crop = page.getCropBox();
    float top = page.getMediaBox().getUpperRightY();
    PDRectangle shown = new PDRectangle();
    shown.setLowerLeftX(given.getLowerLeftX() - crop.getLowerLeftX());
    shown.setLowerLeftY(top - given.getUpperRightY() - crop.getLowerLeftY());
    shown.setUpperRightX(given.getUpperRightX() - crop.getLowerLeftX());
    shown.setUpperRightY(top - given.getLowerLeftY() - crop.getLowerLeftY());
    return shown;
  }
}
