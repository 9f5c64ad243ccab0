package dev.sluice.pdf.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Table;
import org.junit.jupiter.api.Test;

/** Tables that have nothing but horizontal rulings, or areas behind words. */
class FramedTablesTest {

  private final TestPage page = new TestPage();

  @Test
  void takesTheLinesBetweenHorizontalRulingsForATable() {
    page.across(88, 50, 420).across(104, 50, 420).across(150, 50, 420);
    page.text(52, 100, "Name").text(250, 100, "What it does");
    page.text(52, 118, "pump").text(250, 118, "lifts water");
    page.text(52, 132, "gate").text(250, 132, "holds it back");
    page.text(52, 146, "wheel").text(250, 146, "turns");

    assertThat(TestPage.texts(only())[2]).containsExactly("gate", "holds it back");
  }

  @Test
  void joinsWrappedLinesWhereRowsAreFartherApartThanLines() {
    page.across(85, 50, 450).across(190, 50, 450);
    for (int row = 0; row < 4; row++) {
      float y = 100 + row * 26;
      page.text(50, y, "name " + row).text(200, y, "the first line of what is said");
      page.text(200, y + 11, "and the second one");
    }

    assertThat(TestPage.texts(only())[1])
        .containsExactly("name 1", "the first line of what is said\nand the second one");
  }

  @Test
  void letsAHeaderCoverTheColumnsOfTheLineBelowIt() {
    page.text(255, 100, "Both years").across(104, 240, 402);
    row(116, "Country", "2005", "2006");
    row(130, "Austria", "1,200", "15");
    row(144, "Belgium", "9", "1,050");

    Cell header = only().cells().get(1);

    assertThat(header.text()).isEqualTo("Both years");
    assertThat(header.column()).isEqualTo(1);
    assertThat(header.columnSpan()).isEqualTo(2);
  }

  @Test
  void takesTheHeaderAboveTheFirstRulingAndTheTotalBelowTheLast() {
    page.text(315, 80, "Both years");
    row(94, "Country", "2005", "2006");
    page.across(98, 50, 402);
    row(110, "Austria", "1,200", "15");
    row(124, "Belgium", "9", "1,050");
    row(138, "Denmark", "9", "1");
    page.across(142, 50, 402);
    row(154, "Total", "1,218", "1,066");
    page.text(50, 172, "Source: those who counted");

    String[][] texts = TestPage.texts(only());

    assertThat(texts[0]).containsExactly("", "Both years", "");
    assertThat(texts[1]).containsExactly("Country", "2005", "2006");
    assertThat(texts[5]).containsExactly("Total", "1,218", "1,066");
  }

  @Test
  void takesTheNamesLeftOfRulingsThatBeginBehindThem() {
    page.across(88, 240, 402).across(104, 240, 402).across(150, 240, 402);
    row(100, "Country", "2005", "2006");
    row(118, "Austria", "1,200", "15");
    row(132, "Belgium", "9", "1,050");
    row(146, "Denmark", "9", "1");

    assertThat(TestPage.texts(only())[3]).containsExactly("Denmark", "9", "1");
  }

  @Test
  void tellsRuledTablesOfOneWidthApart() {
    for (float y = 100; y < 300; y += 110) {
      page.across(y - 14, 50, 402).across(y + 4, 50, 402).across(y + 46, 50, 402);
      row(y, "Country", "2005", "2006");
      row(y + 14, "Austria", "1,200", "15");
      row(y + 28, "Belgium", "9", "1,050");
      row(y + 42, "Denmark", "9", "1");
      page.text(50, y + 78, "What was counted elsewhere");
    }

    assertThat(page.tables()).extracting(Table::rows).containsExactly(4, 4);
  }

  @Test
  void leavesNotesAndTitleBetweenRuledTablesOutside() {
    for (float y = 100; y < 200; y += 76) {
      page.across(y + 4, 50, 402).across(y + 32, 50, 402);
      row(y, "Country", "2005", "2006");
      row(y + 14, "Austria", "1,200", "15");
      row(y + 28, "Belgium", "9", "1,050");
      page.text(50, y + 46, "Source: those who counted").text(50, y + 60, "Table 2. Others");
    }

    assertThat(page.tables()).extracting(Table::rows).containsExactly(3, 3);
  }

  @Test
  void readsTheColumnsOfATableOfWhichOneIsShaded() {
    row(100, "Country", "2005", "2006");
    page.across(104, 50, 402).across(162, 50, 402);
    for (int at = 0; at < 4; at++) {
      float y = 116 + at * 14;
      row(y, "Austria", "1" + at, "2" + at);
      page.area(340, y - 11, 402, y + 3);
    }

    assertThat(TestPage.texts(only())[4]).containsExactly("Austria", "13", "23");
  }

  @Test
  void letsANameInTheMiddleStandOverAllColumns() {
    page.across(88, 50, 402).across(104, 50, 402).across(164, 50, 402);
    row(100, "Country", "2005", "2006");
    page.text(200, 118, "In Europe");
    row(132, "Austria", "1,200", "15");
    row(146, "Belgium", "9", "1,050");
    row(160, "Denmark", "9", "1");

    Cell name = only().cells().get(3);

    assertThat(name.text()).isEqualTo("In Europe");
    assertThat(name.columnSpan()).isEqualTo(3);
  }

  @Test
  void readsRowsOfNamesBetweenRulingsOfTheirOwnAsOneTable() {
    float[] ys = {88, 104, 120, 170, 186};
    for (float y : ys) {
      page.across(y, 50, 402);
    }
    row(100, "", "2005", "2006");
    row(116, "Austria", "1,200", "15");
    page.text(50, 132, "All that follows").text(58, 144, "whatever it may be called");
    page.text(58, 156, "and wherever");
    page.right(300, 156, "9").right(400, 156, "1,050");
    row(182, "Denmark", "300", "7");

    assertThat(only().columns()).isEqualTo(3);
    assertThat(TestPage.texts(only())[only().rows() - 1]).containsExactly("Denmark", "300", "7");
  }

  @Test
  void keepsAWiderTableBetweenTwoOfOneWidthApart() {
    threeRows(100, 402);
    threeRows(200, 460);
    threeRows(300, 402);

    assertThat(page.tables()).extracting(Table::rows).containsExactly(3, 3, 3);
  }

  @Test
  void takesWhatIsBelowTheTitleOfAFigureForNoTable() {
    page.across(88, 50, 402).across(180, 50, 402);
    page.text(50, 100, "Figure 3. How it goes");
    for (int line = 0; line < 5; line++) {
      page.text(50, 116 + line * 14, "a step").text(250, 116 + line * 14, "what is done in it");
    }

    assertThat(page.tables()).isEmpty();
  }

  private void threeRows(float y, float right) {
    page.across(y - 14, 50, right).across(y + 4, 50, right).across(y + 32, 50, right);
    row(y, "Country", "2005", "2006");
    row(y + 14, "Austria", "1,200", "15");
    row(y + 28, "Belgium", "9", "1,050");
  }

  private void row(float y, String name, String first, String second) {
    page.text(50, y, name).right(300, y, first).right(400, y, second);
  }

  private Table only() {
    assertThat(page.tables()).hasSize(1);
    return page.tables().get(0);
  }
}
