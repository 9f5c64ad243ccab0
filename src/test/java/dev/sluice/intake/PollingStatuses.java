package dev.sluice.intake;

import dev.sluice.fixture.Failures;

/** Watches over doors for tests. */
public final class PollingStatuses {

  private PollingStatuses() {}

  /** One that knows of no trouble yet. */
  public static PollingStatus fresh() {
    return new PollingStatus(Failures.classifier());
  }
}
