package dev.sluice.pdf.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Table;
import org.junit.jupiter.api.Test;

class RuledTablesTest {

  private static final float[] XS = {50, 150, 250, 350};
  private static final float[] YS = {100, 120, 140, 160};

  private final TestPage page = new TestPage();

  @Test
  void readsAFullGrid() {
    page.grid(XS, YS);
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        page.text(XS[column] + 5, YS[row] + 14, "r" + row + " c" + column);
      }
    }

    Table table = only();

    assertThat(TestPage.texts(table))
        .isDeepEqualTo(
            new String[][] {
              {"r0 c0", "r0 c1", "r0 c2"}, {"r1 c0", "r1 c1", "r1 c2"}, {"r2 c0", "r2 c1", "r2 c2"}
            });
    assertThat(table.columnEdges()).containsExactly(50f, 150f, 250f, 350f);
    assertThat(table.ruled()).isTrue();
  }

  @Test
  void letsACellCoverPlacesWithoutALineBetweenThem() {
    page.across(100, 50, 350).across(120, 150, 350).across(140, 50, 350);
    page.down(50, 100, 140).down(150, 100, 140).down(250, 120, 140).down(350, 100, 140);
    page.text(60, 124, "both rows").text(160, 114, "both columns");
    page.text(160, 134, "left").text(260, 134, "right");

    Table table = only();

    assertThat(table.cells())
        .extracting(Cell::text, Cell::rowSpan, Cell::columnSpan)
        .containsExactly(
            tuple("both rows", 2, 1),
            tuple("both columns", 1, 2),
            tuple("left", 1, 1),
            tuple("right", 1, 1));
  }

  @Test
  void readsTheLinesOfACellFromTopToBottomHoweverTheyWereDrawn() {
    page.grid(new float[] {50, 200, 350}, new float[] {100, 140});
    page.grid(new float[] {50, 200, 350}, new float[] {140, 160});
    page.text(60, 130, "second line").text(60, 115.8f, "first").text(90, 115, "line");
    page.text(210, 115, "beside").text(60, 154, "a").text(210, 154, "b");

    assertThat(TestPage.texts(only())[0]).containsExactly("first line\nsecond line", "beside");
  }

  @Test
  void keepsWhatIsDrawnInWhite() {
    page.grid(XS, YS).text(60, 114, "a").text(160, 114, "E").text(60, 134, "b");
    page.white(true).text(175, 114, "L");

    assertThat(TestPage.texts(only())[0]).containsExactly("a", "E L", "");
  }

  @Test
  void takesABoxAroundProseForNoTable() {
    page.grid(new float[] {50, 500}, new float[] {100, 160});
    page.text(60, 115, "some words in a box").text(60, 130, "and some more of them");

    assertThat(page.tables()).isEmpty();
  }

  @Test
  void takesTheLinesOfAChartForNoTable() {
    float[] many = {100, 120, 140, 160, 180, 200};
    page.grid(many, many).text(105, 115, "A").text(145, 135, "B");

    assertThat(page.tables()).isEmpty();
  }

  @Test
  void closesATableWhoseOuterLinesAreMissing() {
    page.across(100, 50, 350).across(120, 50, 350).across(140, 50, 350);
    page.down(150, 100, 140).down(250, 100, 140);
    page.text(60, 114, "a").text(160, 114, "b").text(260, 114, "c");
    page.text(60, 134, "1").text(160, 134, "2").text(260, 134, "3");

    assertThat(TestPage.texts(only()))
        .isDeepEqualTo(new String[][] {{"a", "b", "c"}, {"1", "2", "3"}});
  }

  @Test
  void putsPiecesOfALineTogether() {
    page.grid(new float[] {50, 150}, YS).grid(new float[] {150.5f, 250}, YS);
    page.text(60, 114, "a").text(160, 114, "b").text(60, 134, "c").text(160, 134, "d");

    assertThat(only().columns()).isEqualTo(2);
  }

  @Test
  void tellsTablesThatDoNotTouchApart() {
    page.grid(XS, YS).text(60, 114, "a").text(160, 114, "b").text(60, 134, "c");
    float[] lower = {300, 320, 340};
    page.grid(XS, lower).text(60, 314, "d").text(160, 314, "e").text(60, 334, "f");

    assertThat(page.tables()).extracting(table -> table.box().y()).containsExactly(100f, 300f);
  }

  @Test
  void takesBoldFirstRowsForHeaders() {
    page.grid(XS, YS).bold(true).text(60, 114, "Name").text(160, 114, "Day").bold(false);
    page.text(60, 134, "swim").text(160, 134, "Monday").text(60, 154, "run");

    assertThat(only().headerRows()).isEqualTo(1);
  }

  @Test
  void takesDoubleLinesForOneEdge() {
    page.grid(new float[] {50, 150, 156, 250}, new float[] {100, 120, 140});
    page.text(60, 114, "a").text(160, 114, "b").text(60, 134, "c").text(160, 134, "d");

    assertThat(TestPage.texts(only())).isDeepEqualTo(new String[][] {{"a", "b"}, {"c", "d"}});
  }

  @Test
  void keepsTheNarrowPlacesOfAFineGrid() {
    page.grid(new float[] {50, 150, 158, 166, 174, 182, 250}, new float[] {100, 120, 140});
    page.text(60, 114, "a").text(190, 114, "b").text(60, 134, "c").text(190, 134, "d");

    assertThat(only().columns()).isEqualTo(6);
  }

  @Test
  void takesBoxesThatLinesConnectForNoTable() {
    box(50, 100).box(250, 100).box(150, 180).box(50, 260).box(250, 260);
    page.down(100, 130, 195).across(195, 100, 150).down(300, 130, 195).across(195, 250, 300);
    page.down(200, 210, 275).across(275, 150, 250);

    assertThat(page.tables()).isEmpty();
  }

  @Test
  void doesNotPartACellWhoseWordsHaveAnAreaLineByLine() {
    float[] xs = {50, 150, 250, 350};
    page.grid(xs, new float[] {100, 130}).grid(xs, new float[] {130, 150});
    page.area(52, 102, 140, 114).area(52, 116, 140, 128);
    page.text(60, 112, "first line").text(60, 126, "second line").text(160, 120, "a");
    page.text(260, 120, "b").text(60, 144, "c").text(160, 144, "d").text(260, 144, "e");

    assertThat(TestPage.texts(only())[0][0]).isEqualTo("first line\nsecond line");
  }

  private RuledTablesTest box(float x, float y) {
    page.grid(new float[] {x, x + 100}, new float[] {y, y + 30}).text(x + 5, y + 14, "step");
    return this;
  }

  private Table only() {
    assertThat(page.tables()).hasSize(1);
    return page.tables().get(0);
  }
}
