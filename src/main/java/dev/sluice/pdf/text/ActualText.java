package dev.sluice.pdf.text;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;

/** The text that marked content gives for the glyphs in it (ISO 32000-1, 14.9.4). */
final class ActualText {

  private static final String SOFT_HYPHEN = "\u00AD";

  private final Deque<Boolean> replacing = new ArrayDeque<>();
  private String replacement;

  void begin(COSName tag, COSDictionary properties) {
    replacement = PDMarkedContent.create(tag, properties).getActualText();
    replacing.push(replacement != null);
    if (replacement != null) {
      replacement = replacement.replace(SOFT_HYPHEN, "");
    }
  }

  void end() {
    if (!replacing.isEmpty() && replacing.pop()) {
      replacement = null;
    }
  }

  /** What a broken page began must not swallow the next page's text. */
  void clear() {
    replacing.clear();
    replacement = null;
  }

  boolean replaces() {
    return replacement != null;
  }

  /** All of it goes to the first glyph, and nothing to the others. */
  String take() {
    String taken = replacement;
    replacement = "";
    return taken;
  }
}
