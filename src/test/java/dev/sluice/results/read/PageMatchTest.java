package dev.sluice.results.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.results.read.PageMatch.SnippetPiece;
import org.junit.jupiter.api.Test;

class PageMatchTest {

  @Test
  void aSnippetIsCutAtItsMarksAndStandsOnOneLine() {
    assertThat(PageMatch.of(7, "a\n\n<b>\uFDD0c\uFDD1 \uFDD0d\uFDD1 e ").snippet())
        .extracting(SnippetPiece::text, SnippetPiece::hit)
        .containsExactly(
            tuple("a <b>", false),
            tuple("c", true),
            tuple(" ", false),
            tuple("d", true),
            tuple(" e", false));
  }

  @Test
  void aMarkWithoutAnEndHoldsTheRest() {
    assertThat(PageMatch.of(1, "a \uFDD0b").snippet())
        .containsExactly(new SnippetPiece("a ", false), new SnippetPiece("b", true));
  }

  @Test
  void ofALongPieceTheMiddleIsLeftOutBetweenCharacters() {
    String emoji = "\uD83D\uDE00";

    assertThat(PageMatch.of(1, emoji.repeat(500)).snippet())
        .containsExactly(new SnippetPiece(emoji.repeat(50) + "…" + emoji.repeat(50), false));
  }
}
