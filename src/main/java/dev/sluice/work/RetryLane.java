package dev.sluice.work;

import java.util.Locale;

/**
 * The queues of failed documents, each for delays of similar length, so that its order is by time.
 */
public enum RetryLane {
  FIRST,
  SECOND,
  LATER;

  /** The lane after this many failures, at least 1. */
  static RetryLane after(int failures) {
    return values()[Math.min(failures, values().length) - 1];
  }

  /** The name used in routes. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
