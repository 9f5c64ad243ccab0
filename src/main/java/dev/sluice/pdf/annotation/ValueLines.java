package dev.sluice.pdf.annotation;

import dev.sluice.pdf.budget.Budget;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import dev.sluice.pdf.order.PageLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places a text in a box about where a viewer would draw it, for want of an appearance. */
final class ValueLines {

  /** Of the size of the letters: about the width of one, in Helvetica. */
  private static final float LETTER = 0.5f;

  private static final float LEADING = 1.15f;
  private static final float ASCENT = 0.75f;

  /** Points between a field's edge and its text. */
  private static final float PADDING = 2;

  /** Points; what viewers take for "as it fits". */
  private static final float MAX_FITTED_SIZE = 12;

  private static final float MIN_SIZE = 1;
  private static final float MAX_SIZE = 300;
  private static final int MAX_APPEARANCE = 1000;
  private static final Pattern SIZE = Pattern.compile("(-?\\d{0,6}\\.?\\d{0,6})\\s+Tf\\b");

  private final Budget budget;
  private final Box box;
  private final boolean multiline;
  private final float size;
  private final List<PageLine> lines = new ArrayList<>();
  private float baseline;

  private ValueLines(Budget budget, Box box, boolean multiline, float size) {
    this.budget = budget;
    this.box = box;
    this.multiline = multiline;
    this.size = size;
    this.baseline =
        multiline
            ? box.y() + PADDING + ASCENT * size
            : box.y() + box.height() / 2 + (ASCENT - 0.4f) * size;
  }

  /** The lines of a text, with a default appearance that tells its size. */
  static List<PageLine> of(
      Budget budget, String text, Box box, boolean multiline, String appearance) {
    ValueLines placed = new ValueLines(budget, box, multiline, size(appearance, box, multiline));
    if (multiline) {
      text.lines().forEach(placed::addLine);
    } else {
      placed.addLine(text.replace('\n', ' '));
    }
    return placed.lines;
  }

  private static float size(String appearance, Box box, boolean multiline) {
    Matcher matcher =
        SIZE.matcher(appearance.substring(0, Math.min(appearance.length(), MAX_APPEARANCE)));
    float size = 0;
    while (matcher.find()) {
      size = number(matcher.group(1));
    }
    if (size <= 0) {
      size = multiline ? MAX_FITTED_SIZE : Math.min(MAX_FITTED_SIZE, 0.7f * box.height());
    }
    return Math.max(MIN_SIZE, Math.min(size, MAX_SIZE));
  }

  private static float number(String text) {
    try {
      return Float.parseFloat(text);
    } catch (NumberFormatException none) {
      return 0;
    }
  }

  private void addLine(String text) {
    float letter = multiline ? LETTER * size : fittedLetter(text.length());
    List<Word> words = new ArrayList<>();
    float x = box.x() + PADDING;
    for (String word : text.split("\\s+")) {
      if (word.isEmpty()) {
        continue;
      }
      word.chars().forEach(letterOfIt -> budget.glyph());
      float width = word.length() * letter;
      if (multiline && !words.isEmpty() && x + width > box.right()) {
        end(words);
        words = new ArrayList<>();
        x = box.x() + PADDING;
      }
      Box place = new Box(x, baseline - ASCENT * size, width, size);
      words.add(new Word(word, place, baseline, size, false, false));
      x += width + letter;
    }
    end(words);
  }

  private float fittedLetter(int letters) {
    float room = Math.max(box.width() - 2 * PADDING, 1);
    return Math.min(LETTER * size, room / Math.max(letters, 1));
  }

  private void end(List<Word> words) {
    if (!words.isEmpty()) {
      lines.add(new PageLine(words, Collections.nCopies(words.size(), true), 0));
    }
    baseline += LEADING * size;
  }
}
