package dev.sluice.results.rendition;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.PageWords;
import dev.sluice.pdf.content.Word;
import java.util.List;

/**
 * The words of a page as the API shows them.
 *
 * @param widthPoints of the unrotated page, 72 to the inch, as {@code heightPoints}
 * @param rotation degrees clockwise
 * @param words in the order in which the page draws them
 */
record PageWordsView(
    int number, float widthPoints, float heightPoints, int rotation, List<WordView> words) {

  /** A word and where it stands on the page as it is shown. */
  record WordView(String text, Box box) {

    static WordView of(Word word) {
      return new WordView(word.text(), word.box());
    }
  }

  static PageWordsView of(PageWords page) {
    return new PageWordsView(
        page.page().number(),
        page.page().widthPoints(),
        page.page().heightPoints(),
        page.page().rotation(),
        page.words().stream().map(WordView::of).toList());
  }
}
