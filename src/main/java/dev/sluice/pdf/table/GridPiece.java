package dev.sluice.pdf.table;

import dev.sluice.pdf.content.Word;
import java.util.ArrayList;
import java.util.List;

/**
 * What one line of a table has in a column, or across several.
 *
 * @param to the column after its last
 */
record GridPiece(int from, int to, Segment segment) {

  /** Of the size of the letters: a wider gap where a column begins is not a space. */
  private static final float GAP = 0.6f;

  /** The pieces of a line from left to right; they do not overlap. */
  static List<GridPiece> of(SegmentedLine line, RegionColumns columns) {
    List<GridPiece> pieces = new ArrayList<>();
    for (Segment segment : line.segments()) {
      List<Word> open = new ArrayList<>();
      for (Word word : segment.words()) {
        if (!open.isEmpty() && isParted(open.get(open.size() - 1), word, columns)) {
          add(open, columns, pieces);
          open = new ArrayList<>();
        }
        open.add(word);
      }
      add(open, columns, pieces);
    }
    return pieces;
  }

  private static boolean isParted(Word left, Word right, RegionColumns columns) {
    if (columnOf(left, columns) == columnOf(right, columns)) {
      return false;
    }
    float gap = right.box().x() - left.box().right();
    boolean wide = gap > GAP * left.size() || gap > 1.5f * columns.space();
    return wide || Segment.isFigure(left.text()) || Segment.isFigure(right.text());
  }

  private static int columnOf(Word word, RegionColumns columns) {
    return columns.at(word.box().x(), word.box().right());
  }

  private static void add(List<Word> words, RegionColumns columns, List<GridPiece> pieces) {
    Segment segment = Segment.of(words);
    int from = columnOf(words.get(0), columns);
    int to = columnOf(words.get(words.size() - 1), columns) + 1;
    from = firstTouched(segment, columns, from);
    to = lastTouched(segment, columns, to);
    GridPiece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    if (last != null && last.to > from) {
      if (last.from < from) {
        pieces.set(pieces.size() - 1, new GridPiece(last.from, from, last.segment));
      } else if (to > last.to) {
        from = last.to;
      } else {
        List<Word> both = new ArrayList<>(last.words());
        both.addAll(words);
        pieces.set(
            pieces.size() - 1, new GridPiece(last.from, Math.max(last.to, to), Segment.of(both)));
        return;
      }
    }
    pieces.add(new GridPiece(from, to, segment));
  }

  /** A word that begins well before its column stands in the one before too. */
  private static int firstTouched(Segment segment, RegionColumns columns, int column) {
    int first = column;
    while (first > 0 && segment.left() < columns.gaps().get(first - 1).from() - segment.size()) {
      first--;
    }
    return first;
  }

  private static int lastTouched(Segment segment, RegionColumns columns, int to) {
    int end = to;
    while (end < columns.count()
        && segment.right() > columns.gaps().get(end - 1).to() + segment.size()) {
      end++;
    }
    return end;
  }

  int span() {
    return to - from;
  }

  List<Word> words() {
    return segment.words();
  }

  String text() {
    return segment.text();
  }

  boolean isFigure() {
    return segment.isFigure();
  }

  boolean overlaps(GridPiece other) {
    return from < other.to && other.from < to;
  }
}
