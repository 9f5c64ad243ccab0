package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Words on one baseline, from left to right. */
record TextLine(List<Word> words) {

  /** Of the size of the letters: raised and lowered ones belong to their line. */
  private static final float SAME_LINE = 0.45f;

  /** Of the size of the letters: no space is as narrow. */
  private static final float TOUCH = 0.08f;

  TextLine {
    words = words.stream().sorted(Comparator.comparingDouble(word -> word.box().x())).toList();
  }

  /** From top to bottom. */
  static List<TextLine> of(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(Word::baseline));
    List<TextLine> lines = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    for (Word word : sorted) {
      if (!line.isEmpty() && !isOnLine(word, line)) {
        lines.add(new TextLine(line));
        line = new ArrayList<>();
      }
      line.add(word);
    }
    if (!line.isEmpty()) {
      lines.add(new TextLine(line));
    }
    return lines;
  }

  private static boolean isOnLine(Word word, List<Word> line) {
    Word first = line.get(0);
    Word last = line.get(line.size() - 1);
    float size = Math.max(word.size(), first.size());
    return word.baseline() - first.baseline() <= SAME_LINE * size
        || word.baseline() - last.baseline() < 0.1f;
  }

  /** With one space between words; without where they touch, as a raised mark behind a word. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < words.size(); at++) {
      if (at > 0 && !touch(words.get(at - 1), words.get(at))) {
        text.append(' ');
      }
      text.append(words.get(at).text());
    }
    return text.toString();
  }

  private static boolean touch(Word left, Word right) {
    float gap = right.box().x() - left.box().right();
    return Math.abs(gap) < TOUCH * Math.max(left.size(), right.size());
  }
}
