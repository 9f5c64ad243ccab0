package dev.sluice.pdf.content;

import dev.sluice.model.document.CleanText;
import java.util.List;

/**
 * One cell of a table.
 *
 * @param row its first, from 0
 * @param column its first, from 0
 * @param rowSpan how many rows it covers, at least 1
 * @param columnSpan how many columns it covers, at least 1
 * @param text its lines, with a line feed between them; what is drawn in white is part of it
 * @param words of its text, line by line
 */
public record Cell(
    int row, int column, int rowSpan, int columnSpan, Box box, String text, List<Word> words) {

  /** Repairs the text and makes the list unchangeable. */
  public Cell {
    text = CleanText.of(text);
    words = List.copyOf(words);
  }

  /** True when all of it is in a grid of this size. */
  boolean isWithin(int rows, int columns) {
    return row >= 0
        && column >= 0
        && rowSpan >= 1
        && columnSpan >= 1
        && (long) row + rowSpan <= rows
        && (long) column + columnSpan <= columns;
  }
}
