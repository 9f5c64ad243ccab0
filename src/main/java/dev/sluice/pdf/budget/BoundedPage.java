package dev.sluice.pdf.budget;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A page whose content streams are bounded. It leaves the document's resources in their cache
 * (PDFBox would drop shared fonts after every page and read them again for the next).
 */
final class BoundedPage extends PDPage {

  private final ContentDecoder decoder;
  private final ResourceCache cache;
  private PDResources resources;

  BoundedPage(COSDictionary page, ContentDecoder decoder, ResourceCache cache) {
    super(page);
    this.decoder = decoder;
    this.cache = cache;
  }

  @Override
  public PDResources getResources() {
    if (resources == null
        && PDPageTree.getInheritableAttribute(getCOSObject(), COSName.RESOURCES)
            instanceof COSDictionary dictionary) {
      resources = new PDResources(dictionary, cache);
    }
    return resources;
  }

  /** US Letter, as PDFBox has it, when there is nothing usable. */
  @Override
  public PDRectangle getCropBox() {
    try {
      return super.getCropBox();
    } catch (RuntimeException broken) {
      return PDRectangle.LETTER;
    }
  }

  @Override
  public RandomAccessRead getContentsForStreamParsing() throws IOException {
    return decoder.open(getCOSObject().getDictionaryObject(COSName.CONTENTS));
  }
}
