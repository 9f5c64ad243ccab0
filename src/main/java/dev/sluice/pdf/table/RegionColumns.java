package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The columns of a region, from the white space that its rows have in common.
 *
 * @param gaps where one column ends and the next begins: pairs of x in points, from left to right
 */
record RegionColumns(float left, float right, List<Whitespace> gaps, float space) {

  /** White space between two columns. */
  record Whitespace(float from, float to) {
    float middle() {
      return (from + to) / 2;
    }
  }

  private static final int STEPS = 2; // per point
  private static final int MAX_WIDTH = 14_400; // points: the largest page that PDF allows

  /** Of the most segments that lines have: with fewer a line tells nothing about columns. */
  private static final float STRONG = 0.7f;

  static RegionColumns of(TableRegion region) {
    float left = region.box().x();
    float right = region.box().right();
    float space = space(region);
    List<SegmentedLine> strong = strong(region.lines());
    float narrow = minimum(strong.size()) * region.size();
    float least = Math.max(narrow, Math.min(1.4f * space, Segment.GAP * region.size()));
    return new RegionColumns(left, right, gaps(strong, left, right, least), space);
  }

  /** As a multiple of the size of the letters: chance makes gaps in few lines only. */
  private static float minimum(int lines) {
    return lines >= 8 ? 0.4f : lines >= 5 ? 0.55f : 0.8f;
  }

  /** Usual between two words of a segment. */
  private static float space(TableRegion region) {
    List<Float> spaces = new ArrayList<>();
    for (SegmentedLine line : region.lines()) {
      for (Segment segment : line.segments()) {
        for (int at = 1; at < segment.words().size(); at++) {
          Word before = segment.words().get(at - 1);
          spaces.add(segment.words().get(at).box().x() - before.box().right());
        }
      }
    }
    spaces.sort(Float::compare);
    return spaces.isEmpty() ? 0.28f * region.size() : spaces.get(spaces.size() / 2);
  }

  private static List<SegmentedLine> strong(List<SegmentedLine> lines) {
    int[] counts = lines.stream().mapToInt(line -> line.segments().size()).sorted().toArray();
    int many = counts[(int) (counts.length * 0.85f)];
    int atLeast = Math.max(2, Math.round(STRONG * many));
    return lines.stream().filter(line -> line.segments().size() >= atLeast).toList();
  }

  private static List<Whitespace> gaps(
      List<SegmentedLine> lines, float left, float right, float least) {
    int[] cover = cover(lines, left, right);
    int limit = lines.size() < 6 ? 0 : (int) (0.08f * lines.size());
    List<Whitespace> gaps = new ArrayList<>();
    int from = -1;
    for (int at = 0; at < cover.length; at++) {
      if (cover[at] > limit) {
        float width = (at - from - 1) / (float) STEPS;
        if (from >= 0 && width >= least) {
          gaps.add(new Whitespace(left + (from + 1) / (float) STEPS, left + at / (float) STEPS));
        }
        from = at;
      }
    }
    return gaps;
  }

  /** In how many lines a word stands at each place. */
  private static int[] cover(List<SegmentedLine> lines, float left, float right) {
    int[] cover = new int[Math.min(MAX_WIDTH, (int) Math.ceil(right - left) + 1) * STEPS];
    for (SegmentedLine line : lines) {
      boolean[] here = new boolean[cover.length];
      for (Word word : line.words()) {
        int from = Math.max(0, Math.round((word.box().x() - left) * STEPS));
        int to = Math.min(cover.length, Math.round((word.box().right() - left) * STEPS));
        if (from < to) {
          Arrays.fill(here, from, to, true);
        }
      }
      for (int at = 0; at < cover.length; at++) {
        cover[at] += here[at] ? 1 : 0;
      }
    }
    return cover;
  }

  int count() {
    return gaps.size() + 1;
  }

  /** The column that most of this stands in. */
  int at(float from, float to) {
    float middle = (from + to) / 2;
    int column = 0;
    while (column < gaps.size() && middle > gaps.get(column).middle()) {
      column++;
    }
    return column;
  }

  /** The columns' left edges and the last one's right edge: the middles of the gaps. */
  List<Float> edges() {
    return IntStream.rangeClosed(0, count()).mapToObj(this::edge).toList();
  }

  /** The left edge of a column, or the right edge of the one before. */
  float edge(int column) {
    if (column == 0) {
      return left;
    }
    return column == count() ? right : gaps.get(column - 1).middle();
  }

  /** With the column and the one right of it as one. */
  RegionColumns merged(int column) {
    List<Whitespace> fewer = new ArrayList<>(gaps);
    fewer.remove(column);
    return new RegionColumns(left, right, fewer, space);
  }
}
