package dev.sluice.work;

import dev.sluice.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is worked on at once, and how often.
 *
 * @param enabled false: this replica takes no tickets
 * @param consumers of tickets per lane; configured as 0 it is the number of cores
 * @param perSecond documents that may be started per second
 * @param attempts per document
 * @param retryDelay before the second attempt; doubles with each further one
 * @param lease how long a document is left to a worker that shows no sign of life
 * @param stopWithin how long running parses may take at shutdown before they are given back
 */
@ConfigurationProperties("sluice.work")
public record WorkSettings(
    boolean enabled,
    int consumers,
    int perSecond,
    int attempts,
    Duration retryDelay,
    Duration lease,
    Duration stopWithin) {

  /** Refuses values without sense. */
  public WorkSettings {
    Setting.atLeast("sluice.work.consumers", 0, consumers);
    Setting.atLeast("sluice.work.per-second", 1, perSecond);
    Setting.atLeast("sluice.work.attempts", 1, attempts);
    Setting.positive("sluice.work.retry-delay", retryDelay);
    Setting.positive("sluice.work.lease", lease);
    Setting.positive("sluice.work.stop-within", stopWithin);
    consumers = consumers == 0 ? Runtime.getRuntime().availableProcessors() : consumers;
  }

  /** How often leases are renewed, milliseconds: three times within one. */
  public long leaseRenewalMillis() {
    return Math.max(1, lease.toMillis() / 3);
  }

  /** How long to wait after this failed attempt, the first being 1. */
  Duration delayAfter(int attempt) {
    return retryDelay.multipliedBy(1L << Math.min(attempt - 1, 16));
  }
}
