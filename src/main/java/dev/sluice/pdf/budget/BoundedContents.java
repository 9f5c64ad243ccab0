package dev.sluice.pdf.budget;

import java.io.IOException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;

/**
 * Bounds the content streams of pages and forms: they are decoded within a budget. Not for use by
 * several threads.
 */
public final class BoundedContents {

  private final ContentDecoder decoder;
  private final DecodedSizeGuard guard;
  private final ResourceCache cache;

  /** Takes the cache of the document, where its resources stay from page to page. */
  public BoundedContents(Budget budget, ResourceCache cache) {
    this(budget, cache, () -> {});
  }

  /** Takes what is to be run when contents are missing or cannot be decoded to their end, too. */
  public BoundedContents(Budget budget, ResourceCache cache, Runnable damage) {
    this.decoder = new ContentDecoder(budget, damage);
    this.guard = new DecodedSizeGuard(budget);
    this.cache = cache;
  }

  /** Opens what a stream, or an array of streams, decodes to. */
  public RandomAccessRead open(COSBase streams) throws IOException {
    return decoder.open(streams);
  }

  /** The same page, bounded. */
  public PDPage bound(PDPage page) {
    return new BoundedPage(page.getCOSObject(), decoder, cache);
  }

  /** The same form, bounded. */
  public PDFormXObject bound(PDFormXObject form) {
    return new PDFormXObject(form.getCOSObject(), cache) {
      @Override
      public RandomAccessRead getContentsForStreamParsing() throws IOException {
        return decoder.open(getCOSObject());
      }
    };
  }

  /** The same group, bounded. */
  public PDTransparencyGroup bound(PDTransparencyGroup group) {
    return new PDTransparencyGroup(group.getCOSObject(), cache) {
      @Override
      public RandomAccessRead getContentsForStreamParsing() throws IOException {
        return decoder.open(getCOSObject());
      }
    };
  }

  /** The same appearance, bounded. */
  public PDAppearanceStream bound(PDAppearanceStream appearance) {
    return new PDAppearanceStream(appearance.getCOSObject()) {
      @Override
      public PDResources getResources() {
        COSDictionary resources = getCOSObject().getCOSDictionary(COSName.RESOURCES);
        return resources == null ? null : new PDResources(resources, cache);
      }

      @Override
      public RandomAccessRead getContentsForStreamParsing() throws IOException {
        return decoder.open(getCOSObject());
      }
    };
  }

  /** Throws {@link LimitExceededException} when an inline image would decode to too much. */
  public void check(COSDictionary inlineImage, byte[] data) throws IOException {
    guard.check(inlineImage, data);
  }
}
