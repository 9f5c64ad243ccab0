package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.List;

/** Picks words by where they stand. */
final class WordPicker {

  private WordPicker() {}

  /** Those whose middle is in the box. */
  static List<Word> inside(Box box, List<Word> words) {
    return words.stream().filter(word -> isInside(box, word)).toList();
  }

  /** True when its middle is in the box. */
  static boolean isInside(Box box, Word word) {
    float x = word.box().x() + word.box().width() / 2;
    float y = middle(word);
    return x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom();
  }

  /** Of its small letters: what stands above or below the baseline differs from font to font. */
  static float middle(Word word) {
    return word.baseline() - 0.3f * word.size();
  }
}
