package dev.sluice.work;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Decides how long a document waits after a failed attempt: exponential backoff with jitter.
 *
 * @param first delay
 * @param factor by which each further delay is longer, 1 to 100
 * @param jitter the part of a delay by which it may be shorter or longer, 0 to 0.5
 * @param cap the longest delay before jitter, at most 2 minutes, because a lane's consumer holds
 *     its first ticket meanwhile
 */
public record RetrySchedule(Duration first, double factor, double jitter, Duration cap) {

  private static final Duration LONGEST = Duration.ofMinutes(2);

  /** Refuses values without sense. */
  public RetrySchedule {
    Setting.positive("sluice.work.retry.first", first);
    Setting.between("sluice.work.retry.factor", 1, 100, factor);
    Setting.between("sluice.work.retry.jitter", 0, 0.5, jitter);
    Setting.positive("sluice.work.retry.cap", cap);
    Setting.between("sluice.work.retry.cap, in seconds,", 0, LONGEST.toSeconds(), cap.toSeconds());
  }

  /** The delay after this many failures, at least 1. */
  Duration delayAfter(int failures, RandomGenerator random) {
    double millis = Math.min(first.toMillis() * Math.pow(factor, failures - 1.0), cap.toMillis());
    double spread = jitter * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(millis * (1 + spread)));
  }
}
