package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The places of a grid that one cell covers.
 *
 * @param toRow the one after its last
 * @param toColumn the one after its last
 */
record CellSpan(int row, int column, int toRow, int toColumn) {

  /** By row and column; where missing lines leave no rectangle, in rectangles. */
  static List<CellSpan> of(Lattice lattice) {
    List<CellSpan> spans = new ArrayList<>();
    boolean[][] taken = new boolean[lattice.rows()][lattice.columns()];
    for (int row = 0; row < lattice.rows(); row++) {
      for (int column = 0; column < lattice.columns(); column++) {
        if (!taken[row][column]) {
          CellSpan span = from(row, column, lattice, taken);
          span.take(taken);
          spans.add(span);
        }
      }
    }
    return spans;
  }

  private static CellSpan from(int row, int column, Lattice lattice, boolean[][] taken) {
    int toColumn = column + 1;
    while (toColumn < lattice.columns()
        && !taken[row][toColumn]
        && !lattice.isParted(row, toColumn - 1)) {
      toColumn++;
    }
    int toRow = row + 1;
    while (toRow < lattice.rows() && goesOn(lattice, toRow, column, toColumn)) {
      toRow++;
    }
    return new CellSpan(row, column, toRow, toColumn);
  }

  private static boolean goesOn(Lattice lattice, int row, int column, int toColumn) {
    for (int at = column; at < toColumn; at++) {
      boolean parted = at + 1 < toColumn && lattice.isParted(row, at);
      if (parted || lattice.isClosedBelow(row - 1, at)) {
        return false;
      }
    }
    return true;
  }

  /** One for each place that is not taken. */
  static List<CellSpan> blanks(boolean[][] taken) {
    List<CellSpan> blanks = new ArrayList<>();
    for (int row = 0; row < taken.length; row++) {
      for (int column = 0; column < taken[row].length; column++) {
        if (!taken[row][column]) {
          blanks.add(new CellSpan(row, column, row + 1, column + 1));
        }
      }
    }
    return blanks;
  }

  void take(boolean[][] taken) {
    for (int r = row; r < toRow; r++) {
      for (int c = column; c < toColumn; c++) {
        taken[r][c] = true;
      }
    }
  }

  /** With these words line by line. */
  Cell cell(Box box, List<Word> words) {
    List<TextLine> lines = TextLine.of(words);
    String text = lines.stream().map(TextLine::text).collect(Collectors.joining("\n"));
    List<Word> inOrder = lines.stream().flatMap(line -> line.words().stream()).toList();
    return new Cell(row, column, toRow - row, toColumn - column, box, text, inOrder);
  }
}
