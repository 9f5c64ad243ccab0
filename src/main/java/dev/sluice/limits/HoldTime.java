package dev.sluice.limits;

import java.time.Duration;

/**
 * Estimates how long something was held recently, as an exponentially weighted mean. Thread-safe.
 */
public final class HoldTime {

  /** Inverse of the weight of the latest value. */
  private static final int WEIGHT = 8;

  private Duration mean;

  /** Notes how long it was held once. */
  public synchronized void note(Duration held) {
    mean = mean == null ? held : mean.plus(held.minus(mean).dividedBy(WEIGHT));
  }

  /** The mean; zero before the first note. */
  public synchronized Duration recent() {
    return mean == null ? Duration.ZERO : mean;
  }
}
