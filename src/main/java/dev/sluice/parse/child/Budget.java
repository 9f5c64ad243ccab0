package dev.sluice.parse.child;

import dev.sluice.failure.FailureCode;
import dev.sluice.parse.ParseRequest;

/** What one document may still cost; throws {@link LimitExceededException} once it is spent. */
final class Budget {

  /** Reading the clock costs more than most operators do. */
  private static final int OPERATORS_PER_LOOK = 256;

  /** A page's text travels in one frame. */
  private static final long MAX_CHARACTERS_PER_PAGE = 4_000_000;

  private final ParseRequest limits;
  private final long start = System.nanoTime();
  private long operators;
  private long glyphsOfPage;
  private long charactersOfPage;
  private long characters;

  Budget(ParseRequest limits) {
    this.limits = limits;
  }

  void pages(int pages) {
    if (pages > limits.maxPages()) {
      throw exceeded(FailureCode.TOO_MANY_PAGES, "pages", limits.maxPages());
    }
    checkTime();
  }

  void startPage() {
    glyphsOfPage = 0;
    charactersOfPage = 0;
    checkTime();
  }

  void operator() {
    if (++operators % OPERATORS_PER_LOOK == 0) {
      checkTime();
    }
  }

  void glyph() {
    if (++glyphsOfPage > limits.maxGlyphsPerPage()) {
      throw exceeded(FailureCode.TOO_COMPLEX, "glyphs on a page", limits.maxGlyphsPerPage());
    }
  }

  void characters(int more) {
    charactersOfPage += more;
    characters += more;
    if (characters > limits.maxCharacters()) {
      throw exceeded(FailureCode.TOO_MUCH_TEXT, "characters", limits.maxCharacters());
    }
    if (charactersOfPage > MAX_CHARACTERS_PER_PAGE) {
      throw exceeded(FailureCode.TOO_MUCH_TEXT, "characters on a page", MAX_CHARACTERS_PER_PAGE);
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
    long most = Math.min(limits.maxDecodedPerPage(), Runtime.getRuntime().maxMemory() / 8);
    if (bytes > most) {
      throw inflates(most);
    }
  }

  private void checkTime() {
    if (System.nanoTime() - start > limits.millis() * 1_000_000) {
      throw new LimitExceededException(
          FailureCode.PARSER_TIMEOUT, "The time for one document ran out.");
    }
  }

  private static LimitExceededException inflates(long most) {
    return exceeded(FailureCode.INFLATES_TOO_MUCH, "decoded bytes in a content stream", most);
  }

  private static LimitExceededException exceeded(FailureCode code, String what, long most) {
    return new LimitExceededException(code, "More than " + most + " " + what + ".");
  }
}
