package dev.sluice.work;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Ends all waiting of this replica's workers when Sluice stops. */
@Component
public class StopSignal {

  private final CountDownLatch raised = new CountDownLatch(1);

  /** Ends all current and later waiting. */
  public void raise() {
    raised.countDown();
  }

  /** True once Sluice stops. */
  public boolean isRaised() {
    return raised.getCount() == 0;
  }

  /** Throws {@link FailureException} with SHUTTING_DOWN if Sluice stops. */
  void requireNotRaised() {
    if (isRaised()) {
      throw stopping();
    }
  }

  /**
   * Waits for this time; throws {@link FailureException} with SHUTTING_DOWN if Sluice stops
   * meanwhile.
   */
  void waitFor(Duration time) {
    try {
      if (raised.await(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS)) {
        throw stopping();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopping();
    }
  }

  private static FailureException stopping() {
    return new FailureException(FailureCode.SHUTTING_DOWN, "Sluice is stopping.");
  }
}
