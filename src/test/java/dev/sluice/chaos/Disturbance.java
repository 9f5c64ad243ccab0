package dev.sluice.chaos;

import java.time.Duration;

/**
 * One thing that goes wrong.
 *
 * @param at since the run began
 * @param target a part, or the line to it
 * @param lasts until it is made good again
 */
record Disturbance(Duration at, Kind kind, String target, Duration lasts) {

  /** What can go wrong. */
  enum Kind {
    KILL,
    FREEZE,
    CUT,
    SLOW,
    STALL,
    FILL_DISK
  }

  @Override
  public String toString() {
    return "%6.1f s  %-9s %-10s for %.1f s"
        .formatted(
            seconds(at), kind.name().toLowerCase().replace('_', ' '), target, seconds(lasts));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
