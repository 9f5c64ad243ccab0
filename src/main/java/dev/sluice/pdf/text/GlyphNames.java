package dev.sluice.pdf.text;

import java.io.IOException;
import org.apache.fontbox.cff.CFFType1Font;
import org.apache.fontbox.ttf.PostScriptTable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType0;
import org.apache.pdfbox.pdmodel.font.PDCIDFontType2;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/**
 * Tells what a glyph without Unicode stands for by its name (Adobe Glyph List Specification, 2).
 */
final class GlyphNames {

  private GlyphNames() {}

  /** The name of a glyph; null if there is none. */
  static String of(PDFont font, int code) throws IOException {
    if (font instanceof PDSimpleFont simple) {
      return simple.getEncoding() == null ? null : simple.getEncoding().getName(code);
    }
    if (!(font instanceof PDType0Font composite)) {
      return null;
    }
    if (composite.getDescendantFont() instanceof PDCIDFontType0 descendant
        && descendant.isEmbedded()
        && descendant.getCFFFont() instanceof CFFType1Font named) {
      return named.getCharset().getNameForGID(composite.codeToGID(code));
    }
    if (composite.getDescendantFont() instanceof PDCIDFontType2 descendant
        && descendant.isEmbedded()) {
      return name(descendant.getTrueTypeFont(), composite.codeToGID(code));
    }
    return null;
  }

  private static String name(TrueTypeFont font, int glyph) throws IOException {
    PostScriptTable names = font == null ? null : font.getPostScript();
    return names == null || names.getGlyphNames() == null ? null : names.getName(glyph);
  }

  /** What all parts of the name stand for, such as {@code f_i.alt}; null if one is unknown. */
  static String unicode(String name, GlyphList known) {
    if (name == null) {
      return null;
    }
    int suffix = name.indexOf('.');
    String base = suffix < 0 ? name : name.substring(0, suffix);
    StringBuilder text = new StringBuilder();
    for (String part : base.split("_")) {
      String unicode = part.isEmpty() ? null : known.toUnicode(part);
      if (unicode == null) {
        return null;
      }
      text.append(unicode);
    }
    return text.isEmpty() ? null : text.toString();
  }

  /**
   * True if the code of a simple font may be taken for the character: the glyph has no name, or one
   * that only repeats the code.
   */
  static boolean isCharacter(int code, String name) {
    if (name == null || name.equals(".notdef")) {
      return true;
    }
    return code >= ' ' && code <= '~' && name.replaceFirst("^\\D+", "").equals("" + code);
  }
}
