package dev.sluice.pdf.text;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.text.TextPosition;

/**
 * PDFBox's paragraphs. Nothing of them is seen in its text, but that an article's first line is not
 * broken from the line before it when it begins a paragraph.
 */
final class ParagraphStarts {

  private static final float DROP = 2.5f;
  private static final float INDENT = 2f;
  private static final List<Pattern> LIST_ITEMS =
      List.of(
          Pattern.compile("\\."),
          Pattern.compile("\\d+\\."),
          Pattern.compile("\\[\\d+\\]"),
          Pattern.compile("\\d+\\)"),
          Pattern.compile("[A-Z]\\."),
          Pattern.compile("[a-z]\\."),
          Pattern.compile("[A-Z]\\)"),
          Pattern.compile("[a-z]\\)"),
          Pattern.compile("[IVXL]+\\."),
          Pattern.compile("[ivxl]+\\."));

  private Glyph lineStart;
  private boolean startsParagraph = true;
  private boolean hangs;
  private boolean articleStarted;
  private boolean lastStartsLine;

  /** The glyph that was added last stands before a new article. */
  void startArticle() {
    articleStarted = true;
  }

  void add(Glyph glyph, boolean startsLine) {
    if (lineStart == null) {
      lineStart = glyph;
    }
    lastStartsLine = startsLine;
    articleStarted = false;
  }

  /** True unless the line goes on in PDFBox's text. */
  boolean breaksLine(Glyph glyph, Glyph last, float tallest) {
    boolean wasHanging = hangs;
    hangs = false;
    boolean starts = lineStart == null || starts(glyph, last, tallest, wasHanging);
    lineStart = glyph;
    startsParagraph = starts;
    return !starts || !articleStarted || lastStartsLine;
  }

  private boolean starts(Glyph glyph, Glyph last, float tallest, boolean wasHanging) {
    TextPosition position = glyph.position();
    float drop = Math.abs(position.getYDirAdj() - last.position().getYDirAdj());
    float indent = position.getXDirAdj() - lineStart.position().getXDirAdj();
    if (drop > rounded(DROP * tallest)) {
      return true;
    }
    if (indent > rounded(INDENT * position.getWidthOfSpace())) {
      hangs = startsParagraph;
      return !startsParagraph;
    }
    if (indent < -position.getWidthOfSpace()) {
      return !startsParagraph;
    }
    if (Math.abs(indent) < rounded(0.25f * position.getWidth())) {
      hangs = wasHanging;
      return !wasHanging && startsParagraph && isNextItem(glyph);
    }
    return false;
  }

  private boolean isNextItem(Glyph glyph) {
    Pattern item = item(lineStart.text());
    return item != null && item == item(glyph.text());
  }

  private static Pattern item(String text) {
    for (Pattern pattern : LIST_ITEMS) {
      if (pattern.matcher(text).matches()) {
        return pattern;
      }
    }
    return null;
  }

  private static float rounded(float value) {
    return Math.round(value * 1000) / 1000f;
  }
}
