package dev.sluice.results.read;

import dev.sluice.web.ApiRequest;
import java.util.regex.Pattern;

/**
 * Words that stand together on a page, as a caller writes them: phrases in quotes, and a minus
 * before what must not be there.
 *
 * @param lastBegins whether the last word is the beginning of a word, as while one types
 */
record SearchText(String text, boolean lastBegins) {

  private static final int MAX_LENGTH = 500;

  /**
   * A text at whose end there is a word that somebody may still be typing, and that is wanted. With
   * one letter too many words begin.
   */
  private static final Pattern UNFINISHED = Pattern.compile("(?s)(?:.*\\s)?[^\\s\"-][^\\s\"]+");

  private static final String WORDS = "websearch_to_tsquery('simple', :text)";

  /** The last word as the parser of PostgreSQL splits it, such as at a hyphen, is a phrase. */
  private static final String LAST_BEGINS =
      "CAST(regexp_replace(CAST("
          + WORDS
          + " AS text), '''(?=( <-> ''[^ ]+'')*$)', ''':*', 'g') AS tsquery)";

  /** Reads a request's parameters; null if nothing is searched for. */
  static SearchText of(ApiRequest request) {
    String text = request.read("q", SearchText::checked);
    boolean prefix = Boolean.TRUE.equals(request.read("prefix", ApiRequest::yesOrNo));
    return text == null ? null : new SearchText(text, prefix && UNFINISHED.matcher(text).matches());
  }

  /** An expression in SQL, whose parameter {@code text} it is. */
  String query() {
    return lastBegins ? LAST_BEGINS : WORDS;
  }

  private static String checked(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("too long");
    }
    return text;
  }
}
