package dev.sluice.pdf.text;

import dev.sluice.pdf.content.Word;
import java.util.regex.Pattern;

/**
 * Tells marks of footnotes from exponents. Both are small and raised; a mark stands behind a whole
 * word or before a note, and must not become a part of it, or searches miss the word.
 */
final class FootnoteMarks {

  private static final Pattern MARK = Pattern.compile("[\\d*\u2020\u2021\u00A7,\\[\\]()]{1,8}");

  /** Letters; shorter words may be units and variables, whose exponents belong to them. */
  private static final int MIN_WORD = 3;

  /** Of the size of the word. */
  private static final float MAX_SIZE = 0.85f;

  /** Of the size of the word. */
  private static final float MIN_RISE = 0.15f;

  private FootnoteMarks() {}

  /** True if the second word is the mark of the first. */
  static boolean isBehind(Word word, Word mark) {
    String text = word.text();
    return isRaised(mark, word)
        && text.length() >= MIN_WORD
        && text.codePoints().filter(Character::isLetter).count() >= MIN_WORD;
  }

  /** True if the first word is a mark and the second the text at which it points. */
  static boolean isBefore(Word mark, Word word) {
    return isRaised(mark, word) && Character.isLetter(word.text().codePointAt(0));
  }

  private static boolean isRaised(Word mark, Word word) {
    return mark.size() <= MAX_SIZE * word.size()
        && mark.baseline() < word.baseline() - MIN_RISE * word.size()
        && MARK.matcher(mark.text()).matches();
  }
}
