package dev.sluice.parse.layout;

import static dev.sluice.parse.layout.Rulings.across;

import java.util.ArrayList;
import java.util.List;

/**
 * Horizontal rulings as wide as each other, one below the other: those of one table, or of several.
 * Each is given by its y; points from the page's upper left corner.
 */
record Frame(float left, float right, List<Float> ys) {

  private static final float SAME_END = 8f;
  private static final float MIN_WIDTH = 90f;

  /** Those of two rulings or more. */
  static List<Frame> of(Rulings rulings) {
    List<Frame> frames = new ArrayList<>();
    for (Ruling line : Rules.inRows(rulings.horizontal())) {
      if (line.length() >= MIN_WIDTH) {
        frameOf(line, frames).ys().add(across(line));
      }
    }
    frames.removeIf(frame -> frame.ys().size() < 2);
    return frames;
  }

  private static Frame frameOf(Ruling line, List<Frame> frames) {
    for (Frame frame : frames) {
      if (Math.abs(frame.left - line.x1()) <= SAME_END
          && Math.abs(frame.right - line.x2()) <= SAME_END) {
        return frame;
      }
    }
    Frame frame = new Frame(line.x1(), line.x2(), new ArrayList<>());
    frames.add(frame);
    return frame;
  }

  /** True when this ruling goes along most of it and beyond. */
  boolean isNarrower(Ruling line) {
    boolean beyond = line.x1() < left - SAME_END || line.x2() > right + SAME_END;
    float both = Math.min(right, line.x2()) - Math.max(left, line.x1());
    return beyond && both > 0.7f * (right - left);
  }

  boolean overlaps(Frame other) {
    return left < other.right && other.left < right;
  }

  /** True when three rulings, as many as a table has, lie between these two y. */
  boolean isIn(float top, float bottom) {
    return ys.stream().filter(y -> y > top && y < bottom).count() >= 3;
  }
}
