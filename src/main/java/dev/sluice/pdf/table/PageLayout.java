package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.List;

/**
 * What stands where on one page.
 *
 * @param number from 1
 * @param width of the page as it is shown, in points
 * @param height of the page as it is shown, in points
 * @param words in the order in which the page draws them
 */
public record PageLayout(
    int number, float width, float height, List<Word> words, List<Ruling> rulings) {

  /** Makes its lists unchangeable. */
  public PageLayout {
    words = List.copyOf(words);
    rulings = List.copyOf(rulings);
  }
}
