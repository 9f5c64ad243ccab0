package dev.sluice.pdf.content;

import dev.sluice.model.document.PageText;
import java.util.List;

/**
 * The words of one page, each with its box.
 *
 * @param page its size; its text is empty
 * @param words in the order in which the page draws them
 */
public record PageWords(PageText page, List<Word> words) {

  /** Makes its list unchangeable. */
  public PageWords {
    words = List.copyOf(words);
  }
}
