package dev.sluice.intake;

import dev.sluice.failure.FailureClassifier;

/** Watches over doors for tests. */
public final class DoorWatches {

  private DoorWatches() {}

  /** One that knows of no trouble yet. */
  public static DoorWatch fresh() {
    return new DoorWatch(new FailureClassifier());
  }
}
