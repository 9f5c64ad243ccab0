package dev.sluice.pdf.fork;

import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;

/** Forms whose content streams are bounded like those of pages. */
final class BoundedForms {

  private final BoundedContents contents;
  private final ResourceCache cache;

  BoundedForms(BoundedContents contents, ResourceCache cache) {
    this.contents = contents;
    this.cache = cache;
  }

  PDFormXObject bound(PDFormXObject form) {
    return new PDFormXObject(form.getCOSObject(), cache) {
      @Override
      public RandomAccessRead getContentsForStreamParsing() throws IOException {
        return contents.open(getCOSObject());
      }
    };
  }

  PDTransparencyGroup bound(PDTransparencyGroup group) {
    return new PDTransparencyGroup(group.getCOSObject(), cache) {
      @Override
      public RandomAccessRead getContentsForStreamParsing() throws IOException {
        return contents.open(getCOSObject());
      }
    };
  }
}
