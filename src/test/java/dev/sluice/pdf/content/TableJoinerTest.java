package dev.sluice.pdf.content;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.PageText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableJoinerTest {

  private static final List<Float> EDGES = List.of(36f, 100f, 200f);

  private final TableJoiner joiner = new TableJoiner();

  @Test
  void goesOnWithTheNumberOfATableThatGoesOnOnTheNextPage() {
    assertThat(page(1, table(1, 400, 800, EDGES, "Day"))).containsExactly(1);
    assertThat(page(2, table(2, 36, 800, EDGES))).containsExactly(1);
    assertThat(page(3, table(3, 36, 200, EDGES), table(3, 300, 400, EDGES))).containsExactly(1, 2);
  }

  @Test
  void knowsARepeatedHeaderAndADifferentOne() {
    page(1, table(1, 400, 800, EDGES, "Day"));

    assertThat(page(2, table(2, 36, 800, EDGES, "Day"))).containsExactly(1);
    assertThat(page(3, table(3, 36, 800, EDGES, "Hour"))).containsExactly(2);
  }

  @Test
  void beginsANewTableWhereColumnsDiffer() {
    page(1, table(1, 400, 800, EDGES));

    assertThat(page(2, table(2, 36, 800, List.of(36f, 150f, 200f)))).containsExactly(2);
  }

  @Test
  void beginsANewTableFarFromTheEdgeOfThePage() {
    page(1, table(1, 100, 300, EDGES));
    assertThat(page(2, table(2, 36, 800, EDGES))).containsExactly(2);
    assertThat(page(3, table(3, 500, 800, EDGES))).containsExactly(3);
  }

  @Test
  void beginsANewTableBehindAPageWithoutOne() {
    page(1, table(1, 400, 800, EDGES));
    page(2);

    assertThat(page(3, table(3, 36, 800, EDGES))).containsExactly(2);
  }

  @Test
  void measuresAPageAsItIsShown() {
    joiner.startPage(new PageText(1, 842, 595, 90, ""));
    joiner.numberOf(table(1, 100, 500, EDGES));

    assertThat(page(2, table(2, 36, 800, EDGES))).containsExactly(1);
  }

  private List<Integer> page(int number, Table... tables) {
    joiner.startPage(new PageText(number, 595, 842, 0, ""));
    return Arrays.stream(tables).map(joiner::numberOf).toList();
  }

  private static Table table(int page, float top, float bottom, List<Float> edges, String... head) {
    Box box = new Box(36, top, 164, bottom - top);
    Word word = new Word(head.length == 0 ? "x" : head[0], box, top + 10, 10, true, false);
    Cell cell = new Cell(0, 0, 1, 1, box, word.text(), List.of(word));
    return new Table(page, box, true, 1, 2, head.length, edges, List.of(cell));
  }
}
