package dev.sluice.pdf.content;

import dev.sluice.model.document.CleanText;

/**
 * Glyphs that stand together in one style, without a space between them.
 *
 * @param box from the ascent to the descent of its font, so that its lower edge is near the
 *     baseline of its line
 * @param baseline points from the page's upper edge to the line that its letters stand on
 * @param size of its font in points, as it is shown
 * @param white true when it is drawn in white, and so is seen by programs only
 */
public record Word(String text, Box box, float baseline, float size, boolean bold, boolean white) {

  /** Repairs the text. */
  public Word {
    text = CleanText.of(text);
  }
}
