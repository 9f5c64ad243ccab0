package dev.sluice.pdf.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows which glyphs a page has drawn before at nearly the same place. Some programs draw bold
 * letters twice. The rule is PDFBox's: the same text within a third of the glyph's width. Glyphs
 * are found by cells of the page, in a hash table with open addressing.
 */
final class DrawnGlyphs {

  /** Points; larger than most tolerances, so that most look-ups see one cell. */
  private static final float CELL = 8;

  private static final int MANY_CELLS = 64;
  private static final int NONE = -1;
  private static final int SMALL = 1 << 11;

  private final Map<String, Integer> texts = new HashMap<>();
  private Glyph[] glyphs;
  private int[] textOf;
  private int[] next;
  private long[] keys;
  private int[] heads;
  private int count;

  DrawnGlyphs() {
    allocate(SMALL);
  }

  void clear() {
    texts.clear();
    count = 0;
    allocate(SMALL);
  }

  /** Half of the slots stay empty, or looking for a key would take long. */
  private void allocate(int capacity) {
    glyphs = count == 0 ? new Glyph[capacity] : Arrays.copyOf(glyphs, capacity);
    textOf = count == 0 ? new int[capacity] : Arrays.copyOf(textOf, capacity);
    next = new int[capacity];
    keys = new long[2 * capacity];
    heads = new int[2 * capacity];
    Arrays.fill(heads, NONE);
  }

  /** The glyph that stands there already; null when there is none, and this one is noted. */
  Glyph findOrAdd(Glyph glyph) {
    Integer known = texts.putIfAbsent(glyph.text(), texts.size());
    int text = known == null ? texts.size() - 1 : known;
    float tolerance = glyph.width / glyph.text().length() / 3;
    Glyph found = known == null ? null : find(text, glyph, tolerance);
    if (found == null) {
      add(text, glyph);
    }
    return found;
  }

  private Glyph find(int text, Glyph glyph, float tolerance) {
    float left = glyph.x - tolerance;
    float right = glyph.x + tolerance;
    float top = glyph.y - tolerance;
    float bottom = glyph.y + tolerance;
    long lastColumn = cell(right);
    long lastRow = cell(bottom);
    long columns = lastColumn - cell(left) + 1;
    long rows = lastRow - cell(top) + 1;
    // Each by itself first: of what is as large as numbers go, the product is 0.
    if (columns > MANY_CELLS || rows > MANY_CELLS || columns * rows > MANY_CELLS) {
      return findAnywhere(text, left, right, top, bottom);
    }
    for (long column = cell(left); column <= lastColumn; column++) {
      for (long row = cell(top); row <= lastRow; row++) {
        for (int at = heads[slot(key(text, column, row))]; at != NONE; at = next[at]) {
          if (isWithin(glyphs[at], left, right, top, bottom)) {
            return glyphs[at];
          }
        }
      }
    }
    return null;
  }

  private Glyph findAnywhere(int text, float left, float right, float top, float bottom) {
    for (int at = 0; at < count; at++) {
      if (textOf[at] == text && isWithin(glyphs[at], left, right, top, bottom)) {
        return glyphs[at];
      }
    }
    return null;
  }

  private static boolean isWithin(Glyph glyph, float left, float right, float top, float bottom) {
    return glyph.x >= left && glyph.x < right && glyph.y >= top && glyph.y < bottom;
  }

  private void add(int text, Glyph glyph) {
    if (count == glyphs.length) {
      grow();
    }
    glyphs[count] = glyph;
    textOf[count] = text;
    enter(count++);
  }

  private void enter(int at) {
    long key = key(textOf[at], cell(glyphs[at].x), cell(glyphs[at].y));
    int slot = slot(key);
    keys[slot] = key;
    next[at] = heads[slot];
    heads[slot] = at;
  }

  private void grow() {
    allocate(2 * count);
    for (int at = 0; at < count; at++) {
      enter(at);
    }
  }

  /** Where a key stands, or may be entered. */
  private int slot(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & keys.length - 1;
    while (heads[slot] != NONE && keys[slot] != key) {
      slot = slot + 1 & keys.length - 1;
    }
    return slot;
  }

  private static int cell(float coordinate) {
    return (int) Math.floor(coordinate / CELL);
  }

  /** Cells a million points apart share one, which costs time only. */
  private static long key(int text, long column, long row) {
    return (long) text << 40 | (column & 0xFFFFFL) << 20 | row & 0xFFFFFL;
  }
}
