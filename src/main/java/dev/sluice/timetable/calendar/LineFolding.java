package dev.sluice.timetable.calendar;

/**
 * Breaks long lines as RFC 5545 (3.1) requires: by octets of UTF-8, and never within a character.
 */
final class LineFolding {

  private static final int LONGEST_OCTETS = 75;
  private static final String BREAK = "\r\n ";

  private LineFolding() {}

  /** The text, whose lines end with CRLF, with none of more than 75 octets. */
  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length() + text.length() / LONGEST_OCTETS * 3);
    int octets = 0;
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      int character = text.codePointAt(at);
      boolean ending = character == '\r' || character == '\n';
      if (!ending && octets + octets(character) > LONGEST_OCTETS) {
        folded.append(BREAK);
        octets = 1;
      }
      folded.appendCodePoint(character);
      octets = ending ? 0 : octets + octets(character);
    }
    return folded.toString();
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }
}
