package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of one line that stand together; their gaps are spaces, not the space between columns. */
record Segment(List<Word> words, Box box) {

  private static final Pattern FIGURE =
      Pattern.compile("[^\\p{L}]*\\p{Nd}[^\\p{L}]*\\p{L}?|[-–—.*…]+|n/?a|[(]?[a-zA-Z][)]");
  private static final Pattern MISSING = Pattern.compile("\\.{2,3}|…");
  private static final Pattern WORDY = Pattern.compile("\\P{Nd}*\\p{L}\\P{Nd}*");
  private static final Pattern LEADER = Pattern.compile("[.·_…]{2,}|\\.");

  /** Of the size of the letters: a wider gap parts two segments. */
  static final float GAP = 0.85f;

  static Segment of(List<Word> words) {
    Box box = words.stream().map(Word::box).reduce(Box::around).orElseThrow();
    return new Segment(List.copyOf(words), box);
  }

  /** The segments of a line from left to right, without dots that only lead the eye. */
  static List<Segment> of(TextLine line) {
    List<Segment> segments = new ArrayList<>();
    List<Word> open = new ArrayList<>();
    for (int at = 0; at < line.words().size(); at++) {
      Word word = line.words().get(at);
      if (isLeader(word) && !standsAlone(line.words(), at)) {
        continue;
      }
      if (!open.isEmpty() && isApart(open.get(open.size() - 1), word)) {
        segments.add(of(open));
        open = new ArrayList<>();
      }
      open.add(word);
    }
    if (!open.isEmpty()) {
      segments.add(of(open));
    }
    return segments;
  }

  /** Two or three dots far from all else say that there is no figure. */
  private static boolean standsAlone(List<Word> words, int at) {
    Word dots = words.get(at);
    boolean left = at > 0 && isApart(words.get(at - 1), dots) && !isLeader(words.get(at - 1));
    boolean right =
        at + 1 == words.size() || isApart(dots, words.get(at + 1)) && !isLong(words.get(at + 1));
    return MISSING.matcher(dots.text()).matches() && left && right;
  }

  private static boolean isLong(Word word) {
    return isLeader(word) && !MISSING.matcher(word.text()).matches();
  }

  private static boolean isApart(Word left, Word right) {
    float gap = right.box().x() - left.box().right();
    return gap > GAP * Math.max(left.size(), right.size());
  }

  static boolean isLeader(Word word) {
    return LEADER.matcher(word.text()).matches();
  }

  float left() {
    return box.x();
  }

  float right() {
    return box.right();
  }

  float center() {
    return box.x() + box.width() / 2;
  }

  float size() {
    return words.get(0).size();
  }

  String text() {
    return words.stream().map(Word::text).collect(Collectors.joining(" "));
  }

  /** True for a number, with its signs and units, or what stands for a missing one. */
  boolean isFigure() {
    return isFigure(text());
  }

  static boolean isFigure(String text) {
    return FIGURE.matcher(text).matches();
  }

  /** True when it has this many words or more, mostly of letters. */
  boolean isProse(int atLeast) {
    long wordy = words.stream().filter(word -> WORDY.matcher(word.text()).matches()).count();
    return wordy >= atLeast && wordy * 4 >= words.size() * 3L;
  }
}
