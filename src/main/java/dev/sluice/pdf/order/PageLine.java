package dev.sluice.pdf.order;

import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A line of text, or a part of one; what is asked of it often is worked out once. */
public final class PageLine {

  private final List<Word> words;
  private final List<Boolean> spaced;
  private final int quarter;
  private final Box box;
  private final float size;
  private final boolean runsLeft;
  private final String text;

  /**
   * Takes words in the order of drawing, which of them have a space before them, and their
   * direction. It is given in quarter turns to the left: 0 is level, 1 upwards. Throws {@link
   * IllegalArgumentException} without a word.
   */
  public PageLine(List<Word> words, List<Boolean> spaced, int quarter) {
    if (words.isEmpty() || words.size() != spaced.size()) {
      throw new IllegalArgumentException("a line without words");
    }
    this.words = List.copyOf(words);
    this.spaced = List.copyOf(spaced);
    this.quarter = quarter;
    this.box = around(words);
    this.size = longest(words).size();
    this.runsLeft = 2 * words.stream().filter(PageLine::runsLeft).count() > words.size();
    this.text = runsLeft ? fromRightToLeft() : fromLeftToRight();
  }

  /** Its words in the order in which they are drawn. */
  public List<Word> words() {
    return words;
  }

  int quarter() {
    return quarter;
  }

  /** Where it stands on the page. */
  Box box() {
    return box;
  }

  /** True when it runs from right to left. */
  boolean runsLeft() {
    return runsLeft;
  }

  /** Its words as they are read. */
  public String text() {
    return text;
  }

  private static Box around(List<Word> words) {
    Box box = words.get(0).box();
    for (Word word : words) {
      box = box.around(word.box());
    }
    return box;
  }

  /** The same with the words of another one between its own, before the one at this place. */
  PageLine with(PageLine other, int at) {
    List<Word> all = new ArrayList<>(words);
    List<Boolean> spaces = new ArrayList<>(spaced);
    all.addAll(at, other.words);
    spaces.addAll(at, Collections.nCopies(other.words.size(), true));
    int behind = at + other.words.size();
    if (behind < spaces.size()) {
      spaces.set(behind, true);
    }
    return new PageLine(all, spaces, quarter);
  }

  /** Some of its words. */
  PageLine part(int from, int to) {
    return from == 0 && to == words.size()
        ? this
        : new PageLine(words.subList(from, to), spaced.subList(from, to), quarter);
  }

  /** Where it stands when the page is turned so that it is level; may be negative. */
  Box level() {
    return level(box);
  }

  Box level(Box box) {
    return switch (quarter) {
      case 1 -> new Box(-box.bottom(), box.x(), box.height(), box.width());
      case 2 -> new Box(-box.right(), -box.bottom(), box.width(), box.height());
      case 3 -> new Box(box.y(), -box.right(), box.height(), box.width());
      default -> box;
    };
  }

  /** In the coordinates of {@link #level}. */
  float baseline() {
    Word first = words.get(0);
    return quarter == 0 ? first.baseline() : level(first.box()).bottom() - 0.2f * first.size();
  }

  /** Of most of its letters, in points. */
  float size() {
    return size;
  }

  /** True when most of it is. */
  boolean bold() {
    int bold = 0;
    int all = 0;
    for (Word word : words) {
      all += word.text().length();
      bold += word.bold() ? word.text().length() : 0;
    }
    return 2 * bold > all;
  }

  private static Word longest(List<Word> words) {
    Word longest = words.get(0);
    for (Word word : words) {
      longest = word.text().length() > longest.text().length() ? word : longest;
    }
    return longest;
  }

  private static boolean runsLeft(Word word) {
    String text = word.text();
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= '\u0590') {
        byte direction = Character.getDirectionality(text.codePointAt(at));
        if (direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
          return true;
        }
      }
    }
    return false;
  }

  private String fromLeftToRight() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < words.size(); at++) {
      text.append(at > 0 && spaced.get(at) ? " " : "").append(words.get(at).text());
    }
    return text.toString();
  }

  /** Words of the other direction that stand together keep their order. */
  private String fromRightToLeft() {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort((one, other) -> Float.compare(other.box().right(), one.box().right()));
    List<Word> read = new ArrayList<>();
    int others = 0;
    for (Word word : sorted) {
      others = runsLeft(word) ? 0 : others + 1;
      read.add(others == 0 ? read.size() : read.size() - others + 1, word);
    }
    return String.join(" ", read.stream().map(Word::text).toList());
  }
}
