package dev.sluice.tables;

import dev.sluice.tables.TrueTable.TrueCell;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Counts correct cells and neighbour relations as the ICDAR 2013 table competition did. Cells are
 * compared by their text, and relations between neighbours that are not blank by both texts and
 * their direction. Source: Göbel et al., "A methodology for evaluating algorithms for table
 * understanding in PDF documents".
 */
public final class TableScore {

  private long right;
  private long expected;
  private long found;

  /** Harmonic mean of precision and recall, 0 to 1. */
  public double f1() {
    return expected + found == 0 ? 1 : 2.0 * right / (expected + found);
  }

  /** Of what was found, how much is right. */
  public double precision() {
    return found == 0 ? 1 : (double) right / found;
  }

  /** Of what is there, how much was found. */
  public double recall() {
    return expected == 0 ? 1 : (double) right / expected;
  }

  /** Adds the cells of a document. */
  public TableScore addCells(List<TrueTable> truth, List<TrueTable> read) {
    return add(cells(truth), cells(read));
  }

  /** Adds the relations of a document. */
  public TableScore addRelations(List<TrueTable> truth, List<TrueTable> read) {
    return add(relations(truth), relations(read));
  }

  private TableScore add(List<String> truth, List<String> read) {
    Map<String, Integer> left = new HashMap<>();
    truth.forEach(item -> left.merge(item, 1, Integer::sum));
    for (String item : read) {
      if (left.getOrDefault(item, 0) > 0) {
        left.merge(item, -1, Integer::sum);
        right++;
      }
    }
    expected += truth.size();
    found += read.size();
    return this;
  }

  private static List<String> cells(List<TrueTable> tables) {
    return tables.stream()
        .flatMap(table -> table.cells().stream())
        .map(cell -> normal(cell.text()))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static List<String> relations(List<TrueTable> tables) {
    List<String> relations = new ArrayList<>();
    tables.forEach(table -> relations.addAll(relations(table)));
    return relations;
  }

  private static List<String> relations(TrueTable table) {
    TrueCell[][] places = places(table);
    Set<String> relations = new LinkedHashSet<>();
    for (int row = 0; row < places.length; row++) {
      for (int column = 0; column < places[row].length; column++) {
        if (places[row][column] != null) {
          addRelation(places, row, column, 0, 1, relations);
          addRelation(places, row, column, 1, 0, relations);
        }
      }
    }
    return relations.stream().map(it -> it.substring(it.indexOf('@') + 1)).toList();
  }

  /** To the next cell to the right, or below, with blank ones passed over. */
  private static void addRelation(
      TrueCell[][] places, int row, int column, int down, int right, Set<String> all) {
    TrueCell from = places[row][column];
    int r = row + down;
    int c = column + right;
    while (r < places.length && c < places[r].length) {
      TrueCell to = places[r][c];
      if (to != null && to != from) {
        String pair = System.identityHashCode(from) + "," + System.identityHashCode(to);
        all.add(pair + down + "@" + normal(from.text()) + "\t" + normal(to.text()) + "\t" + down);
        return;
      }
      r += down;
      c += right;
    }
  }

  private static TrueCell[][] places(TrueTable table) {
    int rows = 0;
    int columns = 0;
    for (TrueCell cell : table.cells()) {
      rows = Math.max(rows, cell.row() + cell.rowSpan());
      columns = Math.max(columns, cell.column() + cell.columnSpan());
    }
    TrueCell[][] places = new TrueCell[rows][columns];
    for (TrueCell cell : table.cells()) {
      for (int row = cell.row(); row < cell.row() + cell.rowSpan(); row++) {
        for (int column = cell.column(); column < cell.column() + cell.columnSpan(); column++) {
          places[row][column] = normal(cell.text()).isEmpty() ? null : cell;
        }
      }
    }
    return places;
  }

  private static String normal(String text) {
    return text.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
  }
}
