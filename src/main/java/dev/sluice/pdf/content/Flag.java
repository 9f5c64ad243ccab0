package dev.sluice.pdf.content;

import dev.sluice.model.document.CleanText;

/**
 * Something about a page that whoever uses its content should know.
 *
 * @param page from 1, or 0 for the document as a whole
 * @param code such as {@code scanned}
 * @param text what it is about, as it stands on the page, or a sentence; at most 1000 characters
 */
public record Flag(int page, String code, String text) {

  /** Of a page that is an image without text. */
  public static final String SCANNED = "scanned";

  /** Of a page whose text comes from OCR, which may be wrong anywhere. */
  public static final String OCR = "ocr";

  /** Of a page some of whose content could not be read, and was passed over. */
  public static final String CONTENT_SKIPPED = "content-skipped";

  /** Of a page whose content ends before its end, or lacks a part. */
  public static final String CONTENT_DAMAGED = "content-damaged";

  /** Of a page that has text in a layer that viewers do not show. */
  public static final String HIDDEN_TEXT = "hidden-text";

  /** Of a page that has text outside of its visible part. */
  public static final String OUTSIDE_TEXT = "outside-text";

  /** Of a page with glyphs of which nobody knows what they stand for. */
  public static final String NO_UNICODE = "no-unicode";

  private static final int MAX_LENGTH = 1000;

  /** Cuts and repairs the text. */
  public Flag {
    String clean = CleanText.of(text);
    text = clean.length() <= MAX_LENGTH ? clean : CleanText.of(clean.substring(0, MAX_LENGTH));
  }
}
