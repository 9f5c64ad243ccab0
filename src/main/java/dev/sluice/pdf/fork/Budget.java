package dev.sluice.pdf.fork;

import static dev.sluice.pdf.fork.LimitExceededException.ofDocument;
import static dev.sluice.pdf.fork.LimitExceededException.ofPage;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.ParseLimits;
import dev.sluice.pdf.ParseRequest;
import java.time.Duration;

/** What a document may still cost; throws {@link LimitExceededException} once it is spent. */
final class Budget {

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

  /** Takes the characters that were read before. */
  Budget(ParseLimits limits, Duration time, long charactersBefore) {
    this.limits = limits;
    this.time = time;
    this.characters = charactersBefore;
    this.maxHeld = Math.min(limits.maxDecodedPerPage(), Runtime.getRuntime().maxMemory() / 8);
  }

  static Budget of(ParseRequest request) {
    return new Budget(
        request.limits(), Duration.ofMillis(request.millis()), request.charactersBefore());
  }

  void pages(int pages) {
    if (pages > limits.maxPages()) {
      throw ofDocument(FailureCode.TOO_MANY_PAGES, moreThan(limits.maxPages(), "pages"));
    }
    checkTime();
  }

  void startPage() {
    glyphsOfPage = 0;
    charactersOfPage = 0;
    imagesOfPage = 0;
    checkTime();
  }

  void operator() {
    if (++operators % STEPS_PER_LOOK == 0) {
      checkTime();
    }
  }

  void glyph() {
    if (++glyphsOfPage > limits.maxGlyphsPerPage()) {
      throw ofPage(
          FailureCode.TOO_COMPLEX, moreThan(limits.maxGlyphsPerPage(), "glyphs on a page"));
    }
    if (glyphsOfPage % STEPS_PER_LOOK == 0) {
      checkTime();
    }
  }

  void characters(int more) {
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

  /** For what one content stream has decoded to so far. */
  void decoded(long bytes) {
    if (bytes > limits.maxDecodedPerPage()) {
      throw inflates(limits.maxDecodedPerPage());
    }
    checkTime();
  }

  /** For what has to be decoded as a whole: bytes that may be in memory at once. */
  void held(long bytes) {
    if (bytes > maxHeld) {
      throw inflates(maxHeld);
    }
  }

  long maxHeld() {
    return maxHeld;
  }

  /** For an image that is to be decoded, by its number of pixels. */
  void image(int width, int height) {
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

  /** Time that does not count, as another program had it. */
  void outside(Duration time) {
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
