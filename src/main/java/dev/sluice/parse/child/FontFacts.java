package dev.sluice.parse.child;

import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.font.PDType3Font;

/** What is asked of a font for each of its glyphs, worked out once. */
final class FontFacts {

  private static final int SEMI_BOLD = 600;
  private static final Pattern BOLD_NAME =
      Pattern.compile("(?i)bold|black|heavy|demi|\\bcmbx|\\bsfbx|\\becbx");

  /** From the baseline up, for type of size 1. */
  final float ascent;

  /** From the baseline down, for type of size 1. */
  final float descent;

  /** By what the size is to be multiplied, since a Type 3 font has units of its own. */
  final float em;

  final boolean bold;

  FontFacts(PDFont font, float height) {
    PDFontDescriptor descriptor = font.getFontDescriptor();
    this.ascent = descriptor == null ? 0.75f : sane(descriptor.getAscent(), 0.5f, 1.2f, 0.75f);
    this.descent = descriptor == null ? 0.22f : sane(-descriptor.getDescent(), 0.1f, 0.5f, 0.22f);
    this.em = font instanceof PDType3Font && height > 0 ? height / 0.7f : 1;
    this.bold = isBold(font, descriptor);
  }

  private static float sane(float thousandths, float least, float most, float otherwise) {
    float value = thousandths / 1000;
    return value >= least && value <= most ? value : otherwise;
  }

  private static boolean isBold(PDFont font, PDFontDescriptor descriptor) {
    String name = font.getName();
    if (name != null && BOLD_NAME.matcher(name).find()) {
      return true;
    }
    return descriptor != null
        && (descriptor.getFontWeight() >= SEMI_BOLD || descriptor.isForceBold());
  }
}
