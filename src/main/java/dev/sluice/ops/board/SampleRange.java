package dev.sluice.ops.board;

import java.util.Locale;

/** How far back the plots go. */
enum SampleRange {
  HOUR(3_600, 60),
  DAY(86_400, 600);

  private final long seconds;
  private final long stepSeconds;

  SampleRange(long seconds, long stepSeconds) {
    this.seconds = seconds;
    this.stepSeconds = stepSeconds;
  }

  /** By its name in the API; throws {@link IllegalArgumentException} on any other. */
  static SampleRange of(String label) {
    for (SampleRange range : values()) {
      if (range.name().toLowerCase(Locale.ROOT).equals(label)) {
        return range;
      }
    }
    throw new IllegalArgumentException("no range");
  }

  long seconds() {
    return seconds;
  }

  /** Seconds between two points, at least. */
  long stepSeconds() {
    return stepSeconds;
  }
}
