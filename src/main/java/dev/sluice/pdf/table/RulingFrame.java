package dev.sluice.pdf.table;

import static dev.sluice.pdf.table.Rulings.across;

import java.util.ArrayList;
import java.util.List;

/**
 * Horizontal rulings as wide as each other, one below the other: those of one table, or of several.
 * Each is given by its y; points from the page's upper left corner.
 */
record RulingFrame(float left, float right, List<Float> ys) {

  private static final float SAME_END = 8f;
  private static final float MIN_WIDTH = 90f;

  /** Those of two rulings or more. */
  static List<RulingFrame> of(Rulings rulings) {
    List<RulingFrame> frames = new ArrayList<>();
    for (Ruling line : RulingMerger.inRows(rulings.horizontal())) {
      if (line.length() >= MIN_WIDTH) {
        frameOf(line, frames).ys().add(across(line));
      }
    }
    frames.removeIf(frame -> frame.ys().size() < 2);
    return frames;
  }

  private static RulingFrame frameOf(Ruling line, List<RulingFrame> frames) {
    for (RulingFrame frame : frames) {
      if (Math.abs(frame.left - line.x1()) <= SAME_END
          && Math.abs(frame.right - line.x2()) <= SAME_END) {
        return frame;
      }
    }
    RulingFrame frame = new RulingFrame(line.x1(), line.x2(), new ArrayList<>());
    frames.add(frame);
    return frame;
  }

  /** True when this ruling goes along most of it and beyond. */
  boolean isNarrower(Ruling line) {
    boolean beyond = line.x1() < left - SAME_END || line.x2() > right + SAME_END;
    float both = Math.min(right, line.x2()) - Math.max(left, line.x1());
    return beyond && both > 0.7f * (right - left);
  }

  boolean overlaps(RulingFrame other) {
    return left < other.right && other.left < right;
  }

  /** True when three rulings, as many as a table has, lie between these two y. */
  boolean isIn(float top, float bottom) {
    return ys.stream().filter(y -> y > top && y < bottom).count() >= 3;
  }
}
