package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes rows of dots off the words that they lead from and to. */
final class LeaderDots {

  private static final Pattern DOTS = Pattern.compile("[.·_…]{4,}|…{2,}");
  private static final float DOT = 0.5f; // as wide as half a letter

  private LeaderDots() {}

  /** The words without them, in their order. */
  static List<Word> without(List<Word> words) {
    List<Word> parts = new ArrayList<>();
    for (Word word : words) {
      Matcher dots = DOTS.matcher(word.text());
      if (!dots.find()) {
        parts.add(word);
        continue;
      }
      addPart(word, 0, dots.start(), parts);
      addPart(word, dots.end(), word.text().length(), parts);
    }
    return parts;
  }

  /** True for a word that ends in dots or is nothing else. */
  static boolean has(Word word) {
    return DOTS.matcher(word.text()).find();
  }

  private static void addPart(Word word, int from, int to, List<Word> parts) {
    if (from < to) {
      float all = width(word.text());
      Box box = word.box();
      float x = box.x() + box.width() * width(word.text().substring(0, from)) / all;
      float width = box.width() * width(word.text().substring(from, to)) / all;
      parts.add(
          new Word(
              word.text().substring(from, to),
              new Box(x, box.y(), width, box.height()),
              word.baseline(),
              word.size(),
              word.bold(),
              word.white()));
    }
  }

  private static float width(String text) {
    float width = 0;
    for (int at = 0; at < text.length(); at++) {
      width += ".·_…".indexOf(text.charAt(at)) >= 0 ? DOT : 1;
    }
    return width;
  }
}
