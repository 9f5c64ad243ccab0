package dev.sluice.model.document;

/** Cleans text of what PostgreSQL and UTF-8 reject: U+0000 and unpaired surrogates. */
public final class CleanText {

  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /** The text with a U+FFFD in place of every character that cannot be stored. */
  public static String of(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!isFine(text, at)) {
        return repaired(text, at);
      }
    }
    return text;
  }

  /** The clean text cut to a length in characters; null if it is empty. */
  public static String label(String text, int maxLength) {
    if (text == null || text.isBlank()) {
      return null;
    }
    String stripped = text.strip();
    return of(stripped.length() <= maxLength ? stripped : stripped.substring(0, maxLength));
  }

  private static String repaired(String text, int from) {
    char[] characters = text.toCharArray();
    for (int at = from; at < characters.length; at++) {
      if (!isFine(text, at)) {
        characters[at] = REPLACEMENT;
      }
    }
    return new String(characters);
  }

  private static boolean isFine(String text, int at) {
    char character = text.charAt(at);
    if (Character.isHighSurrogate(character)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(character)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return character != 0;
  }
}
