package dev.sluice.pdf.annotation;

import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * What the document's form says of all its fields.
 *
 * @param form its dictionary, empty if the document has none
 */
record FormDefaults(COSDictionary form) {

  private static final COSName NEED_APPEARANCES = COSName.getPDFName("NeedAppearances");

  /** PDFBox's own way to the form would repair and change it. */
  static FormDefaults of(PDDocument document) {
    COSBase root = document.getDocument().getTrailer().getDictionaryObject(COSName.ROOT);
    COSDictionary form =
        root instanceof COSDictionary catalog ? catalog.getCOSDictionary(COSName.ACRO_FORM) : null;
    return new FormDefaults(form == null ? new COSDictionary() : form);
  }

  /** True when appearances are out of date, and values have to be drawn. */
  boolean needsAppearances() {
    return form.getBoolean(NEED_APPEARANCES, false);
  }

  /** How values are drawn where a field does not say. */
  String appearance() {
    return form.getDictionaryObject(COSName.DA) instanceof COSString text ? text.getString() : "";
  }
}
