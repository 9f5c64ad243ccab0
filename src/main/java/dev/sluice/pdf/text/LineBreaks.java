package dev.sluice.pdf.text;

import java.util.List;
import java.util.Objects;

/**
 * Says where lines end and words begin, from the order and the places of glyphs. The rules are
 * those of PDFBox's PDFTextStripper, so that texts are equal.
 */
final class LineBreaks {

  private static final float SPACING_TOLERANCE = .5f;
  private static final float AVERAGE_TOLERANCE = .3f;
  private static final float UNKNOWN = -Float.MAX_VALUE;

  private final LineSink sink;
  private final ParagraphStarts paragraphs;

  private float lowest = UNKNOWN;
  private float tallest = -1;
  private float lastEnd = -1;
  private float lastSpace = -1;
  private float lastAverage;
  private Glyph last;

  private final boolean turned;

  private LineBreaks(LineSink sink, boolean severalArticles, boolean turned) {
    this.sink = sink;
    this.paragraphs = severalArticles ? new ParagraphStarts() : null;
    this.turned = turned;
  }

  /** As PDFBox does. */
  static void read(List<List<Glyph>> articles, LineSink sink) {
    LineBreaks breaks = new LineBreaks(sink, articles.size() > 1, false);
    articles.forEach(breaks::readArticle);
  }

  /** As PDFBox does with level text, and so with text that is written in other directions. */
  static void readTurned(List<List<Glyph>> articles, LineSink sink) {
    LineBreaks breaks = new LineBreaks(sink, articles.size() > 1, true);
    articles.forEach(breaks::readArticle);
  }

  private void readArticle(List<Glyph> article) {
    lastAverage = -1;
    boolean first = true;
    for (Glyph glyph : article) {
      if (first && last != null && paragraphs != null) {
        paragraphs.startArticle();
        first = false;
      }
      add(glyph);
    }
    sink.endLine();
  }

  private void add(Glyph glyph) {
    if (last != null && isOtherFont(glyph, last)) {
      lastAverage = -1;
    }
    float space = glyph.style.spaceWidth;
    float spaceLimit = spaceLimit(space);
    float average = average(glyph);
    float wordStart =
        lastEnd == -1 ? UNKNOWN : lastEnd + Math.min(spaceLimit, average * AVERAGE_TOLERANCE);
    boolean startsLine = last == null;
    if (last != null) {
      if (isTurnedFrom(last, glyph) || !overlaps(y(glyph), glyph.style.height, lowest, tallest)) {
        breakLine(glyph);
        startsLine = true;
        wordStart = UNKNOWN;
        forgetLine();
      }
      if (wordStart != UNKNOWN && wordStart < x(glyph) && !last.text().endsWith(" ")) {
        sink.gap();
      } else if (turned
          && !startsLine
          && jumpsBack(glyph, Math.min(spaceLimit, average * AVERAGE_TOLERANCE))) {
        sink.jumpBack();
      }
      if (Math.abs(x(glyph) - x(last)) > space + spaceLimit) {
        forgetLine();
      }
    }
    lowest = Math.max(lowest, y(glyph));
    tallest = Math.max(tallest, glyph.style.height);
    lastEnd = x(glyph) + width(glyph);
    lastSpace = space;
    lastAverage = average;
    sink.glyph(glyph);
    if (paragraphs != null) {
      paragraphs.add(glyph, startsLine);
    }
    last = glyph;
  }

  private void breakLine(Glyph glyph) {
    sink.endLine();
    if (paragraphs == null || paragraphs.breaksLine(glyph, last, tallest)) {
      sink.breakLine();
    }
  }

  private boolean jumpsBack(Glyph glyph, float tolerance) {
    return x(glyph) + width(glyph) < x(last) - tolerance;
  }

  private boolean isTurnedFrom(Glyph before, Glyph glyph) {
    return turned && before.style != glyph.style && before.style.isTurnedFrom(glyph.style);
  }

  private float x(Glyph glyph) {
    GlyphStyle style = glyph.style;
    return turned ? glyph.x * style.alongX + glyph.y * style.alongY : glyph.x;
  }

  private float y(Glyph glyph) {
    GlyphStyle style = glyph.style;
    return turned ? glyph.y * style.alongX - glyph.x * style.alongY : glyph.y;
  }

  private float width(Glyph glyph) {
    return turned && !glyph.style.isLevel() ? glyph.length() : glyph.width;
  }

  private void forgetLine() {
    lowest = UNKNOWN;
    tallest = -1;
  }

  /** How wide a gap may be within a word, by the width of the font's space. */
  private float spaceLimit(float space) {
    if (space == 0 || Float.isNaN(space)) {
      return Float.MAX_VALUE;
    }
    return lastSpace < 0 ? space * SPACING_TOLERANCE : (space + lastSpace) / 2f * SPACING_TOLERANCE;
  }

  /** A moving average of the widths of glyphs in one font. */
  private float average(Glyph glyph) {
    float width = width(glyph) / glyph.parts();
    return lastAverage < 0 ? width : (lastAverage + width) / 2f;
  }

  private static boolean overlaps(float y, float height, float lowest, float tallest) {
    boolean near = lowest < y + .1f && lowest > y - .1f;
    return near || lowest <= y && lowest >= y - height || y <= lowest && y >= lowest - tallest;
  }

  private static boolean isOtherFont(Glyph glyph, Glyph last) {
    if (glyph.style == last.style) {
      return false;
    }
    if (glyph.style.fontSize != last.style.fontSize) {
      return true;
    }
    FontFacts font = glyph.style.font;
    FontFacts lastFont = last.style.font;
    if (font == lastFont) {
      return false;
    }
    return font.name != null || lastFont.name != null
        ? !Objects.equals(font.name, lastFont.name)
        : font.font.hashCode() != lastFont.font.hashCode();
  }
}
