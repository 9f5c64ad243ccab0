package dev.sluice.pdf.budget;

import static dev.sluice.pdf.budget.LimitExceededException.ofDocument;
import static dev.sluice.pdf.budget.LimitExceededException.ofPage;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.ParseLimits;
import dev.sluice.pdf.ParseRequest;
import java.time.Duration;

/** What a document may still cost; throws {@link LimitExceededException} once it is spent. */
public final class Budget {

  /** Reading the clock costs more than most operators and glyphs do. */
  private static final int STEPS_PER_LOOK = 256;

  /** A page's text travels in one frame. */
  private static final long MAX_CHARACTERS_PER_PAGE = 4_000_000;

  private final ParseLimits limits;
  private final Duration time;
  private final long start = System.nanoTime();
  private final long maxHeld;
  private long nanosOutside;
  private long operators;
  private int imagesOfPage;
  private long glyphsOfPage;
  private long charactersOfPage;
  private long characters;

  /** Takes the number of characters that were read before. */
  public Budget(ParseLimits limits, Duration time, long charactersBefore) {
    this.limits = limits;
    this.time = time;
    this.characters = charactersBefore;
    this.maxHeld = Math.min(limits.maxDecodedPerPage(), Runtime.getRuntime().maxMemory() / 8);
  }

  /** What the request allows. */
  public static Budget of(ParseRequest request) {
    return new Budget(
        request.limits(), Duration.ofMillis(request.millis()), request.charactersBefore());
  }

  /** Takes how many pages were counted so far. */
  public void pages(int pages) {
    if (pages > limits.maxPages()) {
      throw ofDocument(FailureCode.TOO_MANY_PAGES, moreThan(limits.maxPages(), "pages"));
    }
    checkTime();
  }

  /** Begins a page, whose own limits start at 0. */
  public void startPage() {
    glyphsOfPage = 0;
    charactersOfPage = 0;
    imagesOfPage = 0;
    checkTime();
  }

  /** Counts an operator of a content stream. */
  public void operator() {
    if (++operators % STEPS_PER_LOOK == 0) {
      checkTime();
    }
  }

  /** Takes an annotation or a form field, which may refer to much: looks at the clock each time. */
  public void annotation() {
    checkTime();
  }

  /** Counts a glyph that is shown. */
  public void glyph() {
    if (++glyphsOfPage > limits.maxGlyphsPerPage()) {
      throw ofPage(
          FailureCode.TOO_COMPLEX, moreThan(limits.maxGlyphsPerPage(), "glyphs on a page"));
    }
    if (glyphsOfPage % STEPS_PER_LOOK == 0) {
      checkTime();
    }
  }

  /** Counts characters of text that is kept. */
  public void characters(int more) {
    charactersOfPage += more;
    characters += more;
    if (characters > limits.maxCharacters()) {
      throw ofDocument(FailureCode.TOO_MUCH_TEXT, moreThan(limits.maxCharacters(), "characters"));
    }
    if (charactersOfPage > MAX_CHARACTERS_PER_PAGE) {
      throw ofPage(
          FailureCode.TOO_MUCH_TEXT, moreThan(MAX_CHARACTERS_PER_PAGE, "characters on a page"));
    }
  }

  /** Takes how many bytes one content stream has decoded to so far. */
  void decoded(long bytes) {
    if (bytes > limits.maxDecodedPerPage()) {
      throw inflates(limits.maxDecodedPerPage());
    }
    checkTime();
  }

  /** Takes how many bytes are in memory at once of what has to be decoded as a whole. */
  void held(long bytes) {
    if (bytes > maxHeld) {
      throw inflates(maxHeld);
    }
  }

  long maxHeld() {
    return maxHeld;
  }

  /** Counts an image that is to be decoded, by its size in pixels. */
  public void image(int width, int height) {
    if (++imagesOfPage > limits.maxImagesPerPage()) {
      throw ofPage(
          FailureCode.TOO_COMPLEX, moreThan(limits.maxImagesPerPage(), "images on a page"));
    }
    if ((long) width * height > limits.maxImagePixels()) {
      throw ofPage(
          FailureCode.TOO_COMPLEX, moreThan(limits.maxImagePixels(), "pixels in an image"));
    }
    checkTime();
  }

  /** Leaves out time that another program had. */
  public void outside(Duration time) {
    nanosOutside += time.toNanos();
  }

  private void checkTime() {
    if (System.nanoTime() - start - nanosOutside > time.toNanos()) {
      throw ofDocument(FailureCode.PARSER_TIMEOUT, "The time for reading ran out.");
    }
  }

  private static LimitExceededException inflates(long limit) {
    return ofPage(FailureCode.INFLATES_TOO_MUCH, moreThan(limit, "decoded bytes in a stream"));
  }

  private static String moreThan(long limit, String what) {
    return "More than " + limit + " " + what + ".";
  }
}
