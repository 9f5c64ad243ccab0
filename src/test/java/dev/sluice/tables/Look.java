package dev.sluice.tables;

import java.util.Random;

/**
 * How a table looks.
 *
 * @param gap points between columns at least
 * @param pitch from row to row beyond the lines in it, in points
 * @param indent of the lines after the first of a wrapped name, in points
 */
record Look(
    Rules rules,
    float size,
    float gap,
    float leading,
    float pitch,
    float indent,
    boolean boldHeader,
    boolean spanning,
    boolean spanLines,
    boolean sections,
    boolean blanks,
    boolean leaders,
    boolean centredHeader) {

  enum Rules {
    FULL,
    BOOKTABS,
    HEADER,
    ROWS,
    COLUMNS,
    SHADED_HEADER,
    ZEBRA,
    NONE
  }

  static Look any(Random random) {
    float size = 6.5f + random.nextInt(8) / 2f;
    Rules[] rules = Rules.values();
    int rule = random.nextInt(rules.length + 4);
    return new Look(
        rule < rules.length ? rules[rule] : rule % 2 == 0 ? Rules.NONE : Rules.BOOKTABS,
        size,
        size * (0.8f + random.nextFloat() * 2.5f),
        size * (1.1f + random.nextFloat() * 0.15f),
        random.nextBoolean() ? 0 : size * random.nextFloat() * 0.9f,
        random.nextBoolean() ? 0 : size,
        random.nextBoolean(),
        random.nextInt(3) == 0,
        random.nextBoolean(),
        random.nextInt(4) == 0,
        random.nextInt(3) == 0,
        random.nextInt(8) == 0,
        random.nextBoolean());
  }

  boolean hasRowLines() {
    return rules == Rules.FULL || rules == Rules.ROWS;
  }

  boolean hasColumnLines() {
    return rules == Rules.FULL || rules == Rules.COLUMNS;
  }

  boolean hasFrame() {
    return rules == Rules.FULL
        || rules == Rules.BOOKTABS
        || rules == Rules.ROWS
        || rules == Rules.COLUMNS;
  }

  boolean hasHeaderLine() {
    return hasFrame() || rules == Rules.HEADER;
  }
}
