package dev.sluice.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a table of an official report says: stacked headers, indented names, figures with marks. */
final class ReportContent {

  enum Kind {
    DATA,
    HEADING,
    BAND,
    TOTAL
  }

  /** A header from one level to another, both from 0, and over these columns. */
  record Head(int level, int toLevel, int from, int to, String text) {}

  /** A mark that is raised stands behind a caret. */
  record Row(Kind kind, int indent, String label, String[] values) {}

  final int columns;
  final int levels;
  final List<Head> heads = new ArrayList<>();
  final List<Row> rows = new ArrayList<>();
  private final Random random;
  private final Vocabulary says;
  private final int kind;

  ReportContent(Random random, int levels, int mostColumns, int mostRows) {
    this.random = random;
    this.says = new Vocabulary(random);
    this.columns = 3 + random.nextInt(Math.max(1, mostColumns - 2));
    this.levels = levels;
    this.kind = random.nextInt(6);
    addHeads();
    addRows(5 + random.nextInt(Math.max(1, mostRows - 5)));
  }

  private void addHeads() {
    if (random.nextInt(3) > 0) {
      heads.add(new Head(0, levels - 1, 0, 1, says.head()));
    }
    int first = levels == 3 ? 1 : 0;
    if (levels == 3) {
      heads.add(new Head(0, 0, 1, columns, says.words(2 + random.nextInt(3))));
    }
    int column = 1;
    while (column < columns) {
      int to = Math.min(columns, column + 2 + random.nextInt(2));
      if (levels > 1 && to - column > 1 && random.nextInt(5) > 0) {
        addGroup(first, column, to);
      } else {
        to = column + 1;
        heads.add(new Head(first, levels - 1, column, to, leaf(column)));
      }
      column = to;
    }
  }

  private void addGroup(int level, int from, int to) {
    heads.add(new Head(level, level, from, to, says.head() + " " + says.words(1)));
    for (int column = from; column < to; column++) {
      heads.add(new Head(levels - 1, levels - 1, column, column + 1, leaf(column)));
    }
  }

  private String leaf(int column) {
    return switch (random.nextInt(4)) {
      case 0 -> String.valueOf(1995 + column);
      case 1 -> says.head() + " " + says.words(1 + random.nextInt(3));
      default -> says.head();
    };
  }

  private void addRows(int count) {
    boolean banded = random.nextInt(5) == 0;
    boolean grouped = random.nextBoolean();
    for (int at = 0; at < count; at++) {
      if (banded && at % 5 == 0) {
        rows.add(new Row(Kind.BAND, 0, says.head() + " " + says.words(2), new String[0]));
      }
      boolean heads = grouped && at % 4 == 0;
      if (heads && random.nextBoolean()) {
        rows.add(new Row(Kind.HEADING, 0, says.name() + ":", new String[0]));
        heads = false;
      }
      rows.add(new Row(Kind.DATA, grouped && !heads ? 1 : 0, label(), values()));
    }
    if (random.nextInt(3) == 0) {
      rows.add(new Row(Kind.TOTAL, 0, "Total", values()));
    }
  }

  private String label() {
    boolean isLong = random.nextInt(5) == 0;
    return says.name() + (isLong ? " " + says.words(4 + random.nextInt(8)) : "");
  }

  private String[] values() {
    String[] values = new String[columns - 1];
    for (int at = 0; at < values.length; at++) {
      values[at] =
          switch (random.nextInt(24)) {
            case 0 -> "";
            case 1 -> "..";
            case 2 -> "(NA)";
            case 3 -> says.figure(kind) + "^" + (1 + random.nextInt(3));
            case 4 -> "-";
            default -> says.figure(kind);
          };
    }
    return values;
  }
}
