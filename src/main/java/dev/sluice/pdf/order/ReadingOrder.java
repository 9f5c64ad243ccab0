package dev.sluice.pdf.order;

import dev.sluice.pdf.content.Box;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts blocks into the order in which they are read. What stands above comes first, and so does
 * what stands to the left at the same height; all else stays as it is drawn. A simple case of the
 * topological sort in T. Breuel, High Performance Document Layout Analysis, 2003.
 */
final class ReadingOrder {

  /** Sorting takes the square of it. */
  private static final int MAX_BLOCKS = 400;

  /** Points. */
  private static final float TOLERANCE = 2;

  private ReadingOrder() {}

  static List<TextBlock> of(List<TextBlock> drawn, boolean runsLeft) {
    if (drawn.size() > MAX_BLOCKS) {
      return drawn;
    }
    List<Box> boxes = drawn.stream().map(TextBlock::leveled).toList();
    int[] waitsFor = new int[drawn.size()];
    for (int at = 0; at < boxes.size(); at++) {
      for (int other = 0; other < boxes.size(); other++) {
        waitsFor[at] += comesBefore(boxes.get(other), boxes.get(at), runsLeft) ? 1 : 0;
      }
    }
    List<TextBlock> read = new ArrayList<>();
    while (read.size() < drawn.size()) {
      int next = next(waitsFor);
      read.add(drawn.get(next));
      waitsFor[next] = Integer.MAX_VALUE;
      for (int at = 0; at < boxes.size(); at++) {
        boolean waits = waitsFor[at] != Integer.MAX_VALUE;
        waitsFor[at] -= waits && comesBefore(boxes.get(next), boxes.get(at), runsLeft) ? 1 : 0;
      }
    }
    return read;
  }

  /** The first one that waits for nothing, or for as little as any other. */
  private static int next(int[] waitsFor) {
    int next = 0;
    for (int at = 1; at < waitsFor.length; at++) {
      next = waitsFor[at] < waitsFor[next] ? at : next;
    }
    return next;
  }

  private static boolean comesBefore(Box one, Box other, boolean runsLeft) {
    if (one.bottom() <= other.y() + TOLERANCE && one.y() < other.y()) {
      return one.x() < other.right() && other.x() < one.right();
    }
    float shared = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
    boolean level = shared > 0.5f * Math.min(one.height(), other.height());
    return level && (runsLeft ? other.right() <= one.x() : one.right() <= other.x());
  }
}
