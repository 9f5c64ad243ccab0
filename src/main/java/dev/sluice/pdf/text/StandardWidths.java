package dev.sluice.pdf.text;

import java.util.Optional;
import org.apache.fontbox.afm.FontMetrics;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/**
 * Adobe's widths of the 14 standard fonts, for those that neither are embedded nor have widths. If
 * they have an encoding of their own, PDFBox takes the widths of whatever font the machine has.
 */
final class StandardWidths {

  private final PDSimpleFont font;
  private final FontMetrics metrics;

  private StandardWidths(PDSimpleFont font, FontMetrics metrics) {
    this.font = font;
    this.metrics = metrics;
  }

  /** Empty for other fonts. */
  static Optional<StandardWidths> of(PDFont font) {
    boolean named =
        font instanceof PDSimpleFont
            && !(font instanceof PDType3Font)
            && Standard14Fonts.containsName(font.getName());
    if (!named || font.isEmbedded() || font.getCOSObject().containsKey(COSName.WIDTHS)) {
      return Optional.empty();
    }
    FontMetrics metrics = Standard14Fonts.getAFM(font.getName());
    return Optional.ofNullable(metrics)
        .map(found -> new StandardWidths((PDSimpleFont) font, found));
  }

  /** In units of text space; 0 for a glyph that the standard font does not have. */
  float of(int code, String unicode) {
    String glyph = font.getEncoding() == null ? null : font.getEncoding().getName(code);
    float width = glyph == null ? 0 : metrics.getCharacterWidth(glyph);
    if (width == 0 && unicode != null && !unicode.isEmpty()) {
      String usual = GlyphList.getAdobeGlyphList().codePointToName(unicode.codePointAt(0));
      width = metrics.getCharacterWidth(usual);
    }
    return width / 1000;
  }
}
