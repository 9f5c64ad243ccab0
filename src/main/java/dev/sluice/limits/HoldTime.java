package dev.sluice.limits;

import java.time.Duration;

/** How long something was held lately: a mean in which the last ones weigh most. Thread-safe. */
public final class HoldTime {

  /** Weight of the latest value: one in this many. */
  private static final int WEIGHT = 8;

  private Duration mean;

  /** Notes how long one was held. */
  public synchronized void note(Duration held) {
    mean = mean == null ? held : mean.plus(held.minus(mean).dividedBy(WEIGHT));
  }

  /** The mean; nothing at all while none was given back. */
  public synchronized Duration recent() {
    return mean == null ? Duration.ZERO : mean;
  }
}
