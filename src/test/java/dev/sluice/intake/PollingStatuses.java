package dev.sluice.intake;

import dev.sluice.model.failure.FailureClassifier;

/** Watches over doors for tests. */
public final class PollingStatuses {

  private PollingStatuses() {}

  /** One that knows of no trouble yet. */
  public static PollingStatus fresh() {
    return new PollingStatus(new FailureClassifier());
  }
}
