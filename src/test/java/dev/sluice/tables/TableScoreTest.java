package dev.sluice.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.tables.TrueTable.TrueCell;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class TableScoreTest {

  /** Of documents drawn with these seeds and no others; {@code perf/tables} draws more. */
  private static final int FIRST_SEED = 5000;

  private static final int DOCUMENTS = 24;
  private static final double FLOOR = 0.9;

  @Test
  void whatIsReadFromDrawnTablesIsNearlyWhatWasDrawn() {
    assertReads(DrawnDocument::of);
  }

  @Test
  void whatIsReadFromOfficialReportsIsNearlyWhatWasDrawn() {
    assertReads(DrawnReport::of);
  }

  private static void assertReads(LongFunction<DrawnDocument> documents) {
    TableScore cells = new TableScore();
    TableScore relations = new TableScore();

    for (int seed = FIRST_SEED; seed < FIRST_SEED + DOCUMENTS; seed++) {
      DrawnDocument drawn = documents.apply(seed);
      List<TrueTable> read = ReadTables.of(drawn.pdf());
      cells.addCells(drawn.tables(), read);
      relations.addRelations(drawn.tables(), read);
    }

    assertThat(cells.f1()).isGreaterThan(FLOOR);
    assertThat(relations.f1()).isGreaterThan(FLOOR);
  }

  @Test
  void countsCellsAndNeighboursThatAreRight() {
    TrueTable truth = table(cell(0, 0, "a"), cell(0, 1, "b"), cell(1, 0, "c"));
    TrueTable read = table(cell(0, 0, "A"), cell(0, 2, "b"), cell(1, 0, "x"));

    TableScore cells = new TableScore().addCells(List.of(truth), List.of(read));
    TableScore relations = new TableScore().addRelations(List.of(truth), List.of(read));

    assertThat(cells.f1()).isEqualTo(2.0 / 3);
    assertThat(relations.precision()).isEqualTo(0.5);
    assertThat(relations.recall()).isEqualTo(0.5);
  }

  @Test
  void countsTheNeighbourOfACellThatCoversSeveralPlacesOnce() {
    TrueTable table =
        table(new TrueCell(0, 0, 2, 1, "a"), cell(0, 1, "b"), new TrueCell(1, 1, 1, 1, "b"));

    TableScore relations = new TableScore().addRelations(List.of(table), List.of(table));

    assertThat(relations.f1()).isEqualTo(1);
  }

  private static TrueTable table(TrueCell... cells) {
    return new TrueTable(1, List.of(cells));
  }

  private static TrueCell cell(int row, int column, String text) {
    return new TrueCell(row, column, 1, 1, text);
  }
}
