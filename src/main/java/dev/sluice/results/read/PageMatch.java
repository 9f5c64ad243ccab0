package dev.sluice.results.read;

import java.util.ArrayList;
import java.util.List;

/**
 * A page that holds the words that were searched for.
 *
 * @param page its number, from 1
 * @param snippet what stands around the words, in pieces that are to be put together
 */
record PageMatch(int page, List<SnippetPiece> snippet) {

  /**
   * Noncharacters of Unicode, which no text needs, stand around words in what the database makes.
   */
  static final char BEGIN = '\uFDD0';

  static final char END = '\uFDD1';

  /** Largest length of a piece in characters; of a longer one the middle is left out. */
  private static final int LONGEST_PIECE = 200;

  /**
   * A piece of plain text.
   *
   * @param hit true when it was searched for
   */
  record SnippetPiece(String text, boolean hit) {

    private static SnippetPiece of(String text, boolean hit) {
      if (text.length() <= LONGEST_PIECE) {
        return new SnippetPiece(text, hit);
      }
      int head = text.offsetByCodePoints(0, LONGEST_PIECE / 4);
      int tail = text.offsetByCodePoints(text.length(), -LONGEST_PIECE / 4);
      return new SnippetPiece(text.substring(0, head) + "…" + text.substring(tail), hit);
    }
  }

  /** Takes a text with marks around the words, on one line or several. */
  static PageMatch of(int page, String marked) {
    List<SnippetPiece> pieces = new ArrayList<>();
    String text = marked.strip().replaceAll("\\s+", " ");
    int at = 0;
    boolean hit = false;
    while (at < text.length()) {
      int end = text.indexOf(hit ? END : BEGIN, at);
      int to = end < 0 ? text.length() : end;
      if (to > at) {
        pieces.add(SnippetPiece.of(text.substring(at, to), hit));
      }
      hit = !hit;
      at = to + 1;
    }
    return new PageMatch(page, pieces);
  }
}
