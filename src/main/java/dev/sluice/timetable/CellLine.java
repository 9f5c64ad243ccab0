package dev.sluice.timetable;

import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One printed line of a cell.
 *
 * @param page from 1
 * @param baseline in points from the page's upper edge
 */
record CellLine(int page, float baseline, List<Word> words) {

  /** Largest distance between baselines of one line, as a fraction of the type size. */
  private static final float SAME_LINE = 0.35f;

  CellLine {
    words = List.copyOf(words);
  }

  /** The lines of words of a cell, from top to bottom. */
  static List<CellLine> of(int page, List<Word> words) {
    List<CellLine> lines = new ArrayList<>();
    List<Word> line = new ArrayList<>();
    for (Word word : words.stream().sorted(Comparator.comparingDouble(Word::baseline)).toList()) {
      if (!line.isEmpty() && !isBeside(word, line.get(0))) {
        lines.add(of(page, line.get(0).baseline(), line));
        line.clear();
      }
      line.add(word);
    }
    if (!line.isEmpty()) {
      lines.add(of(page, line.get(0).baseline(), line));
    }
    return lines;
  }

  boolean isBeside(CellLine other) {
    return page == other.page && isBeside(words.get(0), other.words.get(0));
  }

  /** True when it stands below the other, or on a later page. */
  boolean isBehind(CellLine other) {
    return page > other.page || (page == other.page && baseline > other.baseline);
  }

  String text() {
    return TextNormalizer.line(words.stream().map(Word::text).collect(Collectors.joining(" ")));
  }

  /** Several lines as one. */
  static String text(List<CellLine> lines) {
    return TextNormalizer.line(lines.stream().map(CellLine::text).collect(Collectors.joining(" ")));
  }

  /** The texts of all lines that are not blank. */
  static List<String> texts(List<CellLine> lines) {
    return lines.stream().map(CellLine::text).filter(text -> !text.isEmpty()).toList();
  }

  private static CellLine of(int page, float baseline, List<Word> words) {
    Comparator<Word> fromTheLeft = Comparator.comparingDouble(word -> word.box().x());
    return new CellLine(page, baseline, words.stream().sorted(fromTheLeft).toList());
  }

  private static boolean isBeside(Word one, Word other) {
    float size = Math.max(one.size(), other.size());
    return Math.abs(one.baseline() - other.baseline()) <= SAME_LINE * size;
  }
}
