package dev.sluice.pdf.text;

/** Knows whether what is drawn now stands in a hidden layer, by nested marked content and forms. */
final class HiddenContent {

  private int depth;
  private int hiddenFrom;

  void begin(boolean hidden) {
    depth++;
    if (hidden && hiddenFrom == 0) {
      hiddenFrom = depth;
    }
  }

  void end() {
    endDownTo(Math.max(0, depth - 1));
  }

  int depth() {
    return depth;
  }

  /** What a form leaves open ends with it. */
  void endDownTo(int outer) {
    depth = Math.min(depth, outer);
    if (hiddenFrom > depth) {
      hiddenFrom = 0;
    }
  }

  boolean isHidden() {
    return hiddenFrom > 0;
  }
}
