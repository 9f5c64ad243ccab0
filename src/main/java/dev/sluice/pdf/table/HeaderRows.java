package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Word;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Tells how many of a table's first rows are headers, from type and from figures. */
final class HeaderRows {

  private static final Pattern FIGURE = Pattern.compile("[^\\p{L}]*\\p{Nd}[^\\p{L}]*");

  private HeaderRows() {}

  /** Less than rows; 0 when nothing tells the first row from the others. */
  static int count(int rows, List<Cell> cells) {
    int bold = leading(rows, cells, HeaderRows::isBold);
    if (bold > 0 && bold < rows) {
      return bold;
    }
    int plain = leading(rows, cells, cell -> !isFigure(cell));
    boolean figuresFollow = plain < rows && hasFiguresBelowHeaders(plain, cells);
    return figuresFollow && plain <= Math.max(1, rows / 3) ? plain : 0;
  }

  /** How many first rows have text, all of this kind. */
  private static int leading(int rows, List<Cell> cells, Predicate<Cell> kind) {
    int row = 0;
    while (row < rows && isOf(row, cells, kind)) {
      row++;
    }
    return row;
  }

  private static boolean isOf(int row, List<Cell> cells, Predicate<Cell> kind) {
    List<Cell> filled =
        cells.stream().filter(cell -> cell.row() == row && !cell.words().isEmpty()).toList();
    return !filled.isEmpty() && filled.stream().allMatch(kind);
  }

  private static boolean isBold(Cell cell) {
    return cell.words().stream().allMatch(Word::bold);
  }

  private static boolean isFigure(Cell cell) {
    return FIGURE.matcher(cell.text()).matches();
  }

  private static boolean hasFiguresBelowHeaders(int headers, List<Cell> cells) {
    return cells.stream()
        .filter(cell -> cell.row() == headers && cell.column() > 0)
        .anyMatch(HeaderRows::isFigure);
  }
}
