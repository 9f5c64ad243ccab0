package dev.sluice.pdf.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.fixture.DrawnPage;
import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.page.ReadPages;
import java.text.Normalizer;
import java.util.List;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a page as it is read, and its blocks. */
class ReadingTextTest {

  private static final String[] LEFT = {
    "The first column has running text that",
    "fills its width from one edge to the other",
    "and goes on for several lines like this",
    "until it comes to its end down here."
  };
  private static final String[] RIGHT = {
    "A second column stands beside the first",
    "one and is read when that is at its end,",
    "whatever the order of drawing may have",
    "been in the file that holds the page."
  };

  @Test
  void readsColumnsOneAfterTheOtherThoughTheyAreDrawnLineByLine() {
    DrawnPage page = new DrawnPage().font(DrawnPage.BOLD, 18).text(50, 60, "Over both of them");
    page.font(DrawnPage.PLAIN, 10);
    for (int line = 0; line < LEFT.length; line++) {
      page.text(50, 100 + 12 * line, LEFT[line]).text(310, 100 + 12 * line, RIGHT[line]);
    }

    assertThat(text(page))
        .isEqualTo(
            "Over both of them\n" + String.join("\n", LEFT) + "\n" + String.join("\n", RIGHT));
  }

  @Test
  void readsTheLeftColumnFirstThoughItIsDrawnLast() {
    DrawnPage page = new DrawnPage().lines(310, 100, RIGHT).lines(50, 100, LEFT);

    assertThat(text(page)).isEqualTo(String.join("\n", LEFT) + "\n" + String.join("\n", RIGHT));
  }

  @Test
  void keepsTheOrderOfNarrowCells() {
    DrawnPage page =
        new DrawnPage()
            .lines(50, 100, "one", "two", "three", "four")
            .lines(150, 100, "1", "2", "3", "4");

    assertThat(text(page)).isEqualTo("one\ntwo\nthree\nfour\n1\n2\n3\n4");
  }

  @Test
  void readsFromTheTopDownThoughTheFootIsDrawnFirst() {
    DrawnPage page = new DrawnPage().lines(50, 400, "The end of it.").lines(50, 100, LEFT);

    assertThat(text(page)).isEqualTo(String.join("\n", LEFT) + "\nThe end of it.");
  }

  @ParameterizedTest
  @CsvSource({
    "a hyphen-, ated word, a hyphenated word",
    "a soft\u00ADhyphen\u00AD, ated word, a soft-hyphenated word",
    "state-of-, the-art, state-of-the-art",
    "pages 10-, 20 of it, 'pages 10-\n20 of it'",
    "Baden-, Baden, 'Baden-\nBaden'",
  })
  void joinsWordsThatAreBrokenAtTheEndOfALine(String first, String second, String joined) {
    assertThat(text(new DrawnPage().lines(50, 100, first, second))).isEqualTo(joined);
  }

  @Test
  void keepsTheHyphenOfAWordThatStandsElsewhereWithIt() {
    DrawnPage page =
        new DrawnPage().lines(50, 100, "A well-known word is well-", "known and well known.");

    assertThat(text(page)).isEqualTo("A well-known word is well-known and well known.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x05D0, 0x0627, 0xFE8D})
  void turnsAroundWhatRunsFromRightToLeft(int first) {
    DrawnPage page = new DrawnPage().font(DrawnPage.letters(first), 12);

    assertThat(text(page.text(50, 100, "fed cba"))).isEqualTo(letters(first, "abc def"));
  }

  @Test
  void readsLettersThatAreDrawnFromRightToLeftInTheirOrder() {
    DrawnPage page = new DrawnPage().font(DrawnPage.letters(0x05D0), 12);
    for (int at = 0; at < 4; at++) {
      page.text(200 - 6.7f * at, 100, "abde".substring(at, at + 1));
    }

    assertThat(text(page)).isEqualTo(letters(0x05D0, "abde"));
  }

  @Test
  void takesLigaturesApart() {
    DrawnPage page = new DrawnPage().text(50, 100, "su");
    page.font(DrawnPage.letters(0xFB00), 10).text(60.56f, 100, "d");
    page.font(DrawnPage.PLAIN, 10).text(66.12f, 100, "cient");

    assertThat(text(page)).isEqualTo("sufficient");
  }

  private static String letters(int first, String latin) {
    StringBuilder letters = new StringBuilder();
    latin.chars().forEach(c -> letters.append((char) (c == ' ' ? c : first + c - 'a')));
    return Normalizer.normalize(letters, Normalizer.Form.NFKC);
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void readsTurnedPages(int turned) {
    DrawnPage page = new DrawnPage().turned(turned);
    for (int line = 0; line < LEFT.length; line++) {
      page.text(shown(turned, 50, 100 + 12 * line), LEFT[line]);
    }

    assertThat(text(page)).isEqualTo(String.join("\n", LEFT));
  }

  @ParameterizedTest
  @ValueSource(ints = {90, 180, 270})
  void readsTurnedTextOnAnUprightPage(int degrees) {
    DrawnPage page = new DrawnPage();
    double angle = Math.toRadians(degrees);
    for (int line = 0; line < LEFT.length; line++) {
      double down = 12 * line;
      page.text(
          Matrix.getRotateInstance(
              angle,
              (float) (300 + down * Math.sin(angle)),
              (float) (400 - down * Math.cos(angle))),
          LEFT[line]);
    }

    assertThat(text(page)).isEqualTo(String.join("\n", LEFT));
  }

  @Test
  void tellsWhatTheBlocksAre() {
    DrawnPage page =
        new DrawnPage()
            .text(280, 30, "A running head")
            .font(DrawnPage.BOLD, 20)
            .text(50, 100, "The title")
            .font(DrawnPage.PLAIN, 10)
            .lines(50, 130, LEFT)
            .font(DrawnPage.BOLD, 10)
            .text(50, 200, "A section")
            .font(DrawnPage.PLAIN, 10)
            .lines(60, 220, "1. the first item", "2. the second item")
            .lines(80, 244, "- an item below it")
            .text(290, 820, "17");

    PageContent read = read(page);

    assertThat(read.blocks())
        .extracting(
            Block::kind, Block::level, block -> textOf(read, block).lines().findFirst().get())
        .containsExactly(
            tuple(Block.Kind.MARGIN, 0, "A running head"),
            tuple(Block.Kind.HEADING, 1, "The title"),
            tuple(Block.Kind.PARAGRAPH, 0, LEFT[0]),
            tuple(Block.Kind.HEADING, 4, "A section"),
            tuple(Block.Kind.LIST_ITEM, 1, "1. the first item"),
            tuple(Block.Kind.LIST_ITEM, 1, "2. the second item"),
            tuple(Block.Kind.LIST_ITEM, 2, "- an item below it"),
            tuple(Block.Kind.MARGIN, 0, "17"));
  }

  @Test
  void beginsAParagraphAtAGapAndAtAnIndent() {
    DrawnPage page =
        new DrawnPage()
            .lines(50, 100, LEFT)
            .lines(62, 148, "An indented line begins another one")
            .lines(50, 160, "that goes on here.")
            .lines(50, 190, "And so does one after a gap.");

    PageContent read = read(page);

    assertThat(read.blocks())
        .extracting(block -> textOf(read, block))
        .containsExactly(
            String.join("\n", LEFT),
            "An indented line begins another one\nthat goes on here.",
            "And so does one after a gap.");
  }

  private static String textOf(PageContent page, Block block) {
    return page.page().text().substring(block.from(), block.to());
  }

  private static Matrix shown(int turned, float x, float y) {
    float width = 595.276f;
    float height = 841.89f;
    float userX = List.of(x, y, width - x, width - y).get(turned / 90);
    float userY = List.of(height - y, x, y, height - x).get(turned / 90);
    return Matrix.getRotateInstance(Math.toRadians(turned), userX, userY);
  }

  private static String text(DrawnPage page) {
    return read(page).page().text();
  }

  private static PageContent read(DrawnPage page) {
    return ReadPages.of(page.pdf()).pages().get(0);
  }
}
