package dev.sluice.model.document;

/**
 * The text of one page, free of U+0000 and of unpaired surrogates.
 *
 * @param number from 1
 * @param widthPoints width of the unrotated page in points (1/72 inch)
 * @param heightPoints height of the unrotated page in points
 * @param rotation degrees clockwise at which the page is shown: 0, 90, 180 or 270
 * @param text lines, with a line feed between them
 */
public record PageText(
    int number, float widthPoints, float heightPoints, int rotation, String text) {

  /** Repairs the text. */
  public PageText {
    text = CleanText.of(text);
  }
}
