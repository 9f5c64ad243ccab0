package dev.sluice.pdf.content;

/**
 * Where something stands on a page as it is shown, that is, turned by its rotation.
 *
 * @param x points (1/72 inch) from the page's left edge
 * @param y points from its upper edge
 * @param width to the right, in points
 * @param height downwards, in points
 */
public record Box(float x, float y, float width, float height) {

  /** Its right edge. */
  public float right() {
    return x + width;
  }

  /** Its lower edge. */
  public float bottom() {
    return y + height;
  }

  /** True when they have more than an edge in common. */
  public boolean overlaps(Box other) {
    return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
  }

  /** The smallest box around both. */
  public Box around(Box other) {
    float left = Math.min(x, other.x);
    float top = Math.min(y, other.y);
    return new Box(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}
