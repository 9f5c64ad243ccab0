package dev.sluice.pdf.table;

/**
 * A straight line on a page, level or upright. It is a stroke, a thin filled rectangle or an edge
 * of a thick one. Points, from the upper left corner of the page as it is shown; the first end is
 * left of, or above, the second.
 *
 * @param thickness in points
 */
public record Ruling(float x1, float y1, float x2, float y2, float thickness) {

  /** True when it runs from left to right. */
  public boolean isHorizontal() {
    return x2 - x1 >= y2 - y1;
  }

  /** In points. */
  public float length() {
    return isHorizontal() ? x2 - x1 : y2 - y1;
  }
}
