package dev.sluice.tables;

import java.util.List;

/** A table as it was meant, or as a program read it: its cells that are not blank. */
public record TrueTable(int page, List<TrueCell> cells) {

  /** A cell with its first row and column from 0. */
  public record TrueCell(int row, int column, int rowSpan, int columnSpan, String text) {}
}
