package dev.sluice.pdf.text;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.fontbox.util.BoundingBox;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;
import org.apache.pdfbox.util.Vector;

/** What is asked of a font for each of its glyphs, worked out once. */
final class FontFacts {

  private static final int SEMI_BOLD = 600;
  private static final Pattern BOLD_NAME =
      Pattern.compile("(?i)bold|black|heavy|demi|\\b(cm|sf|ec)bx");
  private static final int ONE_BYTE = 256;

  /**
   * One of its codes.
   *
   * @param unicode what it stands for; null when neither the font nor its encoding says
   * @param x advance in units of text space
   * @param y likewise
   * @param known false if its text is a mere guess
   */
  record Code(String unicode, float x, float y, boolean known) {}

  final PDFont font;

  /** Reads a byte for each code, and never writes downwards. */
  final boolean simple;

  final boolean vertical;

  /** As PDFBox takes it, in units of text space. */
  final float height;

  /** Of the space, or what comes near it, in units of text space; never 0. */
  final float spaceWidth;

  /** From the baseline up, for type of size 1. */
  final float ascent;

  /** From the baseline down, for type of size 1. */
  final float descent;

  /** By what the size is to be multiplied, since a Type 3 font has units of its own. */
  final float em;

  final boolean bold;

  /** Null when it has none. */
  final String name;

  private final GlyphList glyphList;
  private final boolean exact;

  /** Null when the font has widths, or PDFBox knows them. */
  private final StandardWidths standardWidths;

  private final Code[] codes = new Code[ONE_BYTE];
  private final Map<Integer, Code> wideCodes = new HashMap<>();

  /** Exact facts are PDFBox's, also where they depend on the machine's fonts. */
  FontFacts(PDFont font, GlyphList glyphList, boolean exact) throws IOException {
    this.standardWidths =
        exact || font.isStandard14() ? null : StandardWidths.of(font).orElse(null);
    this.font = font;
    this.glyphList = glyphList;
    this.exact = exact;
    this.simple = font instanceof PDSimpleFont && !font.isVertical();
    this.vertical = font.isVertical();
    this.height = height(font);
    float space = standardWidths == null ? 0 : standardWidths.of(' ', " ");
    this.spaceWidth = space > 0 ? space : spaceWidth(font);
    PDFontDescriptor descriptor = font.getFontDescriptor();
    this.ascent = descriptor == null ? 0.75f : sane(descriptor.getAscent(), 0.5f, 1.2f, 0.75f);
    this.descent = descriptor == null ? 0.22f : sane(-descriptor.getDescent(), 0.1f, 0.5f, 0.22f);
    this.em = font instanceof PDType3Font && height > 0 ? height / 0.5f : 1;
    this.name = font.getName();
    this.bold = isBold(name, descriptor);
  }

  Code code(int code) {
    boolean narrow = code >= 0 && code < ONE_BYTE;
    Code known = narrow ? codes[code] : wideCodes.get(code);
    if (known != null) {
      return known;
    }
    Code read = read(code);
    if (narrow) {
      codes[code] = read;
    } else {
      wideCodes.put(code, read);
    }
    return read;
  }

  /** What is broken about one glyph costs neither its text nor the glyphs behind it. */
  private Code read(int code) {
    String unicode = null;
    String name = null;
    try {
      unicode = font.toUnicode(code, glyphList);
      if (unicode == null) {
        name = GlyphNames.of(font, code);
        unicode = exact ? null : GlyphNames.unicode(name, glyphList);
      }
    } catch (IOException | RuntimeException broken) {
      // As good as nothing said.
    }
    return unicode == null && font instanceof PDSimpleFont
        ? advancing(code, String.valueOf((char) code), GlyphNames.isCharacter(code, name))
        : advancing(code, unicode, unicode != null);
  }

  private Code advancing(int code, String unicode, boolean known) {
    try {
      float standard = standardWidths == null ? 0 : standardWidths.of(code, unicode);
      if (standard > 0) {
        return new Code(unicode, standard, 0, known);
      }
      Vector advance = font.getDisplacement(code);
      return new Code(unicode, advance.getX(), advance.getY(), known);
    } catch (IOException | RuntimeException broken) {
      return new Code(unicode, vertical ? 0 : 0.5f, vertical ? -1 : 0, known);
    }
  }

  /** The least plausible of what the font says: half its box, its capitals, half its letters. */
  private static float height(PDFont font) throws IOException {
    BoundingBox box = font.getBoundingBox();
    if (box.getLowerLeftY() < Short.MIN_VALUE) {
      box.setLowerLeftY(-(box.getLowerLeftY() + 65536)); // an unsigned number of 16 bits
    }
    float height = box.getHeight() / 2;
    PDFontDescriptor descriptor = font.getFontDescriptor();
    if (descriptor != null) {
      height = height(height, descriptor);
    }
    return font instanceof PDType3Font
        ? font.getFontMatrix().transformPoint(0, height).y
        : height / 1000;
  }

  private static float height(float ofBox, PDFontDescriptor descriptor) {
    float height = ofBox;
    float capitals = descriptor.getCapHeight();
    if (capitals != 0 && (capitals < height || height == 0)) {
      height = capitals;
    }
    float ascent = descriptor.getAscent();
    float descent = descriptor.getDescent();
    float half = (ascent - descent) / 2;
    boolean plausible = capitals > ascent && ascent > 0 && descent < 0;
    return plausible && (half < height || height == 0) ? half : height;
  }

  private static float spaceWidth(PDFont font) {
    float unit = font instanceof PDType3Font ? font.getFontMatrix().getScaleX() : 1 / 1000f;
    float width = 0;
    try {
      width = font.getSpaceWidth() * unit;
    } catch (RuntimeException broken) {
      // The average has to do.
    }
    if (width == 0) {
      width = font.getAverageFontWidth() * unit * .80f;
    }
    return width == 0 ? 1 : width;
  }

  private static float sane(float thousandths, float least, float limit, float otherwise) {
    float value = thousandths / 1000;
    return value >= least && value <= limit ? value : otherwise;
  }

  private static boolean isBold(String name, PDFontDescriptor descriptor) {
    if (name != null && BOLD_NAME.matcher(name).find()) {
      return true;
    }
    return descriptor != null
        && (descriptor.getFontWeight() >= SEMI_BOLD || descriptor.isForceBold());
  }
}
