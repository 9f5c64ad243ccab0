package dev.sluice.pdf.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/** The names of glyphs that PDFBox knows when it reads text: Adobe's and some of others. */
final class AdditionalGlyphNames {

  private static final String RESOURCE = "/org/apache/pdfbox/resources/glyphlist/additional.txt";
  private static final GlyphList ALL = read();

  private AdditionalGlyphNames() {}

  static GlyphList all() {
    return ALL;
  }

  private static GlyphList read() {
    try (InputStream in = GlyphList.class.getResourceAsStream(RESOURCE)) {
      return new GlyphList(GlyphList.getAdobeGlyphList(), in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
