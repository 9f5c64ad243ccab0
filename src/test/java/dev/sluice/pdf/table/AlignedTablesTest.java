package dev.sluice.pdf.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pdf.content.Table;
import org.junit.jupiter.api.Test;

class AlignedTablesTest {

  private final TestPage page = new TestPage();

  @Test
  void readsATableThatHasNothingButAlignedWords() {
    row(100, "Country", "2005", "2006");
    row(114, "Austria", "1,200", "15");
    row(128, "Belgium", "9", "1,050");
    row(142, "Denmark", "300", "7");

    Table table = only();

    assertThat(table.ruled()).isFalse();
    assertThat(table.headerRows()).isEqualTo(1);
    assertThat(TestPage.texts(table))
        .isDeepEqualTo(
            new String[][] {
              {"Country", "2005", "2006"},
              {"Austria", "1,200", "15"},
              {"Belgium", "9", "1,050"},
              {"Denmark", "300", "7"}
            });
  }

  @Test
  void leavesTitleAndNotesOutside() {
    page.text(50, 80, "Table 1. What was counted in these years");
    row(100, "Austria", "1,200", "15");
    row(114, "Belgium", "9", "1,050");
    row(128, "Denmark", "300", "7");
    page.text(50, 150, "Source: those who counted, and what they wrote about it afterwards");

    assertThat(only().rows()).isEqualTo(3);
  }

  @Test
  void joinsTheLinesOfAWrappedNameInOneCell() {
    row(100, "Austria", "1,200", "15");
    row(114, "Belgium", "9", "1,050");
    page.text(50, 128, "Everything that was found").text(50, 140, "elsewhere and counted");
    page.right(300, 128, "300").right(400, 128, "7");
    row(154, "Denmark", "9", "1");

    assertThat(TestPage.texts(only())[2])
        .containsExactly("Everything that was found\nelsewhere and counted", "300", "7");
  }

  @Test
  void keepsCurrencySignsWithTheirAmounts() {
    for (int row = 0; row < 4; row++) {
      page.text(50, 100 + row * 14, "item").text(240, 100 + row * 14, "$");
      page.right(300, 100 + row * 14, "1" + row).right(400, 100 + row * 14, "2" + row);
    }

    assertThat(TestPage.texts(only())[0]).containsExactly("item", "$ 10", "20");
  }

  @Test
  void passesOverDotsThatLeadTheEye() {
    row(100, "Austria ........................", "1,200", "15");
    row(114, "Belgium ........................", "9", "1,050");
    row(128, "Denmark ........................", "30", "2");

    assertThat(TestPage.texts(only())[0]).containsExactly("Austria", "1,200", "15");
  }

  @Test
  void takesProseInTwoColumnsForNoTable() {
    for (int line = 0; line < 20; line++) {
      String words = "a line of prose with " + "some more ".repeat(1 + line % 2) + "words";
      page.text(50, 100 + line * 12, words).text(310, 100 + line * 12, words);
    }

    assertThat(page.tables()).isEmpty();
  }

  @Test
  void takesListsForNoTable() {
    for (int line = 0; line < 6; line++) {
      page.text(50, 100 + line * 14, (line + 1) + ".").text(80, 100 + line * 14, "an item of it");
    }

    assertThat(page.tables()).isEmpty();
  }

  @Test
  void takesListsInTwoColumnsForNoTable() {
    for (int item = 0; item < 4; item++) {
      float y = 100 + item * 26;
      page.text(50, y, (item + 1) + ".").text(80, y, "who wrote it and");
      page.text(80, y + 12, "what it is called");
      page.text(310, y, (item + 5) + ".").text(340, y, "who wrote it and");
      page.text(340, y + 12, "what it is called");
    }

    assertThat(page.tables()).isEmpty();
  }

  @Test
  void takesAListOfContentsForNoTable() {
    for (int line = 0; line < 6; line++) {
      page.text(50, 100 + line * 14, "A chapter .................................");
      page.right(400, 100 + line * 14, String.valueOf(3 + line * 4));
    }

    assertThat(page.tables()).isEmpty();
  }

  @Test
  void tellsTablesApartThatHaveATitleBetweenThem() {
    row(100, "Austria", "1,200", "15");
    row(114, "Belgium", "9", "1,050");
    row(128, "Denmark", "9", "1");
    page.text(50, 146, "Table 2. And the others");
    row(164, "Alabama", "1", "2");
    row(178, "Alaska", "3", "4");
    row(192, "Arizona", "5", "6");

    assertThat(page.tables()).extracting(Table::rows).containsExactly(3, 3);
  }

  @Test
  void partsTheRowsOfATableThatHasLinesBetweenItsColumnsOnly() {
    page.grid(new float[] {40, 180, 320, 420}, new float[] {85, 105});
    page.grid(new float[] {40, 180, 320, 420}, new float[] {105, 170});
    row(100, "Country", "2005", "2006");
    row(118, "Austria", "1,200", "15");
    row(132, "Belgium", "9", "1,050");
    row(146, "Denmark", "300", "7");
    row(160, "Estonia", "301", "8");

    assertThat(only().rows()).isEqualTo(5);
  }

  @Test
  void saysThatItDidNotLookAmongTooManyWords() {
    for (int line = 0; line < 310; line++) {
      page.text(10, line, "x ".repeat(100));
    }

    FoundTables found = new TableFinder().find(page.layout());

    assertThat(found.tables()).isEmpty();
    assertThat(found.flags()).extracting("code").containsExactly(TableFinder.CUT);
  }

  @Test
  void keepsAWideTableBetweenColumnsOfProseTogether() {
    prose(50, 60, 10);
    prose(310, 60, 10);
    for (int at = 0; at < 6; at++) {
      float y = 200 + at * 14;
      page.text(50, y, "Austria").right(290, y, "1" + at).right(400, y, "2" + at);
      page.right(500, y, "30" + at);
    }
    prose(50, 300, 10);
    prose(310, 300, 10);

    assertThat(only().columns()).isEqualTo(4);
  }

  @Test
  void tellsTablesBesideEachOtherApartByTheirTitles() {
    page.text(50, 80, "Table 1. Those here").text(310, 80, "Table 2. Those there");
    for (int at = 0; at < 5; at++) {
      float y = 100 + at * 14;
      page.text(50, y, "Austria").right(200, y, "1" + at).right(280, y, "2" + at);
      page.text(310, y, "Alabama").right(450, y, "3" + at).right(530, y, "4" + at);
    }

    assertThat(page.tables()).extracting(Table::columns).containsExactly(3, 3);
  }

  @Test
  void joinsTheLinesOfANameWithFiguresInItsMiddle() {
    row(100, "Austria", "1,200", "15");
    page.text(50, 114, "Everything that was").text(50, 125, "counted elsewhere");
    page.right(300, 119.5f, "300").right(400, 119.5f, "7");
    row(139, "Denmark", "9", "1");
    row(153, "Estonia", "8", "2");

    assertThat(TestPage.texts(only())[1])
        .containsExactly("Everything that was\ncounted elsewhere", "300", "7");
  }

  @Test
  void keepsTwoDotsThatStandForAMissingFigure() {
    row(100, "Austria", "1,200", "15");
    row(114, "Belgium", "..", "1,050");
    row(128, "Denmark", "300", "7");

    assertThat(TestPage.texts(only())[1]).containsExactly("Belgium", "..", "1,050");
  }

  @Test
  void tellsAHeadingFromTheIndentedRowBelowIt() {
    row(100, "Austria", "1,200", "15");
    page.text(50, 114, "All the others:").text(58, 128, "Belgium");
    page.right(300, 128, "9").right(400, 128, "1,050");
    row(142, "Denmark", "300", "7");

    assertThat(TestPage.texts(only())[1]).containsExactly("All the others:", "", "");
  }

  @Test
  void takesLinesOfAProgramForNoTable() {
    for (int line = 0; line < 6; line++) {
      float y = 100 + line * 12;
      page.text(50, y, "\\name{a" + line + "}").text(200, y, "#" + line).text(300, y, "{5" + line);
    }

    assertThat(page.tables()).isEmpty();
  }

  @Test
  void keepsAllLinesOfLongCellsInATableWithoutLines() {
    page.text(50, 80, "Table 1. What they do");
    for (int row = 0; row < 3; row++) {
      float y = 100 + row * 72;
      page.text(50, y, "name " + row);
      for (int line = 0; line < 6; line++) {
        page.text(200, y + line * 11, "line " + line + " of what it does");
      }
    }

    String[][] texts = TestPage.texts(only());

    assertThat(texts).hasDimensions(3, 2);
    assertThat(texts[2][1]).endsWith("line 5 of what it does");
  }

  private void prose(float x, float y, int lines) {
    for (int line = 0; line < lines; line++) {
      page.text(x, y + line * 12, "a line of prose that is as wide as what is a column");
    }
  }

  private void row(float y, String name, String first, String second) {
    page.text(50, y, name).right(300, y, first).right(400, y, second);
  }

  private Table only() {
    assertThat(page.tables()).hasSize(1);
    return page.tables().get(0);
  }
}
