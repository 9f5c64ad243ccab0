package dev.sluice.tables;

import java.util.Random;

/**
 * How a table of an official report looks.
 *
 * @param step from line to line in a cell, in points
 * @param pitch from row to row beyond the lines in it, in points
 * @param bare when rules begin behind the names
 * @param spanRules when a line is drawn below headers over several columns
 * @param middle when figures stand in the middle of a name of several lines, else at its end
 * @param extra points between groups of rows
 */
record ReportLook(
    Frame frame,
    float size,
    float step,
    float pitch,
    float indent,
    float extra,
    boolean bare,
    boolean spanRules,
    boolean middle,
    boolean centred,
    boolean bold,
    boolean leaders,
    boolean highlight,
    int levels) {

  enum Frame {
    NONE,
    HEADER,
    BOOK,
    BODY,
    TOTAL_BELOW
  }

  static ReportLook any(Random random) {
    float size = 6.5f + random.nextInt(7) / 2f;
    Frame[] frames = Frame.values();
    return new ReportLook(
        frames[random.nextInt(frames.length)],
        size,
        size * (1.05f + random.nextFloat() * 0.2f),
        random.nextInt(3) == 0 ? 0 : size * (0.1f + random.nextFloat() * 0.7f),
        size * (0.7f + random.nextFloat()),
        random.nextInt(3) == 0 ? size * (0.4f + random.nextFloat() * 0.6f) : 0,
        random.nextInt(4) == 0,
        random.nextInt(3) > 0,
        random.nextInt(4) == 0,
        random.nextInt(5) == 0,
        random.nextBoolean(),
        random.nextInt(5) == 0,
        random.nextInt(6) == 0,
        1 + random.nextInt(3));
  }

  boolean hasTop() {
    return frame == Frame.BOOK || frame == Frame.TOTAL_BELOW;
  }

  boolean hasHeaderRule() {
    return frame != Frame.NONE;
  }

  boolean hasBottom() {
    return frame == Frame.BOOK || frame == Frame.BODY || frame == Frame.TOTAL_BELOW;
  }
}
