package dev.sluice.parse.child;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows which glyphs a page has drawn before at nearly the same place, as programs do that draw
 * bold letters twice. The rule is PDFBox's: as many thirds of the glyph's width away, and the same
 * text.
 */
final class DrawnGlyphs {

  /** Points; larger than most tolerances, so that most look-ups see one cell. */
  private static final float CELL = 8;

  private static final int MANY_CELLS = 64;

  /** No glyph's number. */
  static final int NONE = -1;

  /** Glyphs in one cell: where each stands, and its number. */
  private static final class Cell {

    private float[] places = new float[4];
    private int[] numbers = new int[2];
    private int used;

    void add(float x, float y, int number) {
      if (used == numbers.length) {
        places = Arrays.copyOf(places, 4 * used);
        numbers = Arrays.copyOf(numbers, 2 * used);
      }
      places[2 * used] = x;
      places[2 * used + 1] = y;
      numbers[used++] = number;
    }

    int find(float left, float right, float top, float bottom) {
      for (int at = 0; at < used; at++) {
        float x = places[2 * at];
        float y = places[2 * at + 1];
        if (x >= left && x < right && y >= top && y < bottom) {
          return numbers[at];
        }
      }
      return NONE;
    }
  }

  private final Map<String, Map<Long, Cell>> cellsByText = new HashMap<>();

  void clear() {
    cellsByText.clear();
  }

  /** The number of a glyph with this text at about this place, or {@link #NONE} and it is noted. */
  int findOrAdd(String text, float x, float y, float tolerance, int number) {
    Map<Long, Cell> cells = cellsByText.computeIfAbsent(text, unseen -> new HashMap<>());
    int found = find(cells, x - tolerance, x + tolerance, y - tolerance, y + tolerance);
    if (found == NONE) {
      cells.computeIfAbsent(key(cell(x), cell(y)), empty -> new Cell()).add(x, y, number);
    }
    return found;
  }

  private static int find(Map<Long, Cell> cells, float left, float right, float top, float bottom) {
    long columns = cell(right) - cell(left) + 1;
    long rows = cell(bottom) - cell(top) + 1;
    // Each by itself first: of what is as large as numbers go, the product is 0.
    if (columns > MANY_CELLS || rows > MANY_CELLS || columns * rows > MANY_CELLS) {
      return findAnywhere(cells, left, right, top, bottom);
    }
    for (long column = cell(left); column <= cell(right); column++) {
      for (long row = cell(top); row <= cell(bottom); row++) {
        Cell cell = cells.get(key(column, row));
        int found = cell == null ? NONE : cell.find(left, right, top, bottom);
        if (found != NONE) {
          return found;
        }
      }
    }
    return NONE;
  }

  private static int findAnywhere(
      Map<Long, Cell> cells, float left, float right, float top, float bottom) {
    return cells.values().stream()
        .mapToInt(cell -> cell.find(left, right, top, bottom))
        .filter(found -> found != NONE)
        .findFirst()
        .orElse(NONE);
  }

  private static long cell(float coordinate) {
    return (int) Math.floor(coordinate / CELL);
  }

  private static long key(long column, long row) {
    return column << 32 ^ row & 0xFFFFFFFFL;
  }
}
