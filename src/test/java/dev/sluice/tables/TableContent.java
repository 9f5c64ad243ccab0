package dev.sluice.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a drawn table says. */
final class TableContent {

  /** Columns under one header. */
  record Group(int from, int to, String text) {}

  final int columns;
  final String[] headers;
  final List<Group> groups = new ArrayList<>();
  final List<String[]> rows = new ArrayList<>();

  /** Of each column: 0 to 5 a kind of figures, 6 short texts, 7 long texts. */
  final int[] kinds;

  TableContent(Random random, Look look, int mostColumns, int mostRows) {
    Vocabulary says = new Vocabulary(random);
    boolean texts = random.nextInt(4) == 0;
    columns = 2 + random.nextInt(Math.max(1, Math.min(texts ? 3 : 7, mostColumns - 1)));
    kinds = new int[columns];
    headers = new String[columns];
    int kind = random.nextInt(6);
    for (int column = 0; column < columns; column++) {
      kinds[column] = column == 0 ? 6 : texts ? 6 + random.nextInt(2) : kind;
      if (!texts && random.nextInt(3) == 0 && column > 0) {
        kinds[column] = random.nextInt(6);
      }
      headers[column] = says.head() + (random.nextInt(3) == 0 ? " " + says.words(2) : "");
    }
    headers[0] = random.nextInt(3) == 0 ? "" : headers[0];
    addGroups(random, look, says);
    int count = 3 + random.nextInt(mostRows - 2);
    for (int row = 0; row < count; row++) {
      rows.add(row(random, look, says, row));
    }
  }

  private void addGroups(Random random, Look look, Vocabulary says) {
    int column = 1;
    while (look.spanning() && column + 1 < columns) {
      int to = Math.min(columns, column + 2 + random.nextInt(2));
      groups.add(new Group(column, to, says.head() + " " + says.words(1)));
      column = to;
    }
  }

  private String[] row(Random random, Look look, Vocabulary says, int at) {
    String[] row = new String[columns];
    row[0] = says.name() + (random.nextInt(6) == 0 ? " " + says.words(5) : "");
    boolean section = look.sections() && at % 5 == 0;
    for (int column = 1; column < columns; column++) {
      boolean blank = section || look.blanks() && random.nextInt(5) == 0;
      row[column] = blank ? "" : value(kinds[column], random, says);
    }
    return row;
  }

  private static String value(int kind, Random random, Vocabulary says) {
    if (kind < 6) {
      return random.nextInt(25) == 0 ? "-" : says.figure(kind);
    }
    return kind == 6 ? says.words(1 + random.nextInt(3)) : says.sentence(4 + random.nextInt(12));
  }
}
