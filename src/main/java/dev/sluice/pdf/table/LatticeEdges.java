package dev.sluice.pdf.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The edges of a lattice's columns, or of its rows. Double lines, and cells with borders of their
 * own, make one edge that begins at one place and ends at another.
 *
 * @param from where each begins, growing; points
 * @param to where each ends
 */
record LatticeEdges(float[] from, float[] to) {

  /** Side by side; more of them are a fine grid, as that of a time axis. */
  private static final int MAX_STRIPS = 2;

  /** Edges without an extent. */
  static LatticeEdges of(List<Float> sorted) {
    float[] at = array(sorted);
    return new LatticeEdges(at, at);
  }

  int places() {
    return from.length - 1;
  }

  /**
   * With blank places narrower than this as parts of edges; takes the middles of what may stand
   * there.
   */
  LatticeEdges withoutStrips(float narrow, List<Float> middles) {
    boolean[] filled = new boolean[Math.max(0, places())];
    for (float middle : middles) {
      int found = Arrays.binarySearch(from, middle);
      int place = found < 0 ? -found - 2 : found;
      if (place >= 0 && place < filled.length) {
        filled[place] = true;
      }
    }
    return withoutStrips(narrow, filled);
  }

  private LatticeEdges withoutStrips(float narrow, boolean[] filled) {
    List<Float> begins = new ArrayList<>();
    List<Float> ends = new ArrayList<>();
    int strips = 0;
    for (int at = 0; at < from.length; at++) {
      boolean strip = at > 0 && !filled[at - 1] && from[at] - from[at - 1] < narrow;
      strips = strip ? strips + 1 : 0;
      if (strips > MAX_STRIPS) {
        return this;
      }
      if (strip) {
        ends.set(ends.size() - 1, to[at]);
      } else {
        begins.add(from[at]);
        ends.add(to[at]);
      }
    }
    return begins.size() < 2 ? this : new LatticeEdges(array(begins), array(ends));
  }

  private static float[] array(List<Float> values) {
    float[] array = new float[values.size()];
    for (int at = 0; at < array.length; at++) {
      array[at] = values.get(at);
    }
    return array;
  }
}
