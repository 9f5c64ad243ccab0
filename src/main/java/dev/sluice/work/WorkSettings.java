package dev.sluice.work;

import dev.sluice.model.document.ParserVersion;
import dev.sluice.model.settings.Setting;
import dev.sluice.store.ledger.AttemptTerms;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of work: how much at once, how often, and for how long.
 *
 * @param enabled false: this replica takes no tickets
 * @param consumers of tickets per queue, and half the documents worked on at once; configured as 0
 *     it is the number of cores
 * @param perSecond documents that may be started per second
 * @param share documents an owner may have unfinished; further ones wait in the backlog
 * @param attempts per document that may fail
 * @param retry when failed ones are tried again
 * @param deadline time that failed attempts may take in all; then no further one begins
 * @param outages of Sluice's own servers that a document is forgiven; further ones count as
 *     attempts
 * @param lease how long a document is left to a worker that shows no sign of life
 * @param stopWithin how long running parses may take at shutdown before they are given back
 */
@ConfigurationProperties("sluice.work")
public record WorkSettings(
    boolean enabled,
    int consumers,
    int perSecond,
    int share,
    int attempts,
    RetrySchedule retry,
    Duration deadline,
    int outages,
    Duration lease,
    Duration stopWithin) {

  /** Refuses values without sense. */
  public WorkSettings {
    Setting.atLeast("sluice.work.consumers", 0, consumers);
    Setting.atLeast("sluice.work.per-second", 1, perSecond);
    Setting.atLeast("sluice.work.attempts", 1, attempts);
    Setting.atLeast("sluice.work.share", 1, share);
    Setting.positive("sluice.work.deadline", deadline);
    Setting.atLeast("sluice.work.outages", 0, outages);
    Setting.positive("sluice.work.lease", lease);
    Setting.positive("sluice.work.stop-within", stopWithin);
    consumers = consumers == 0 ? Runtime.getRuntime().availableProcessors() : consumers;
  }

  /** How often leases are renewed, milliseconds: three times within one. */
  public long leaseRenewalMillis() {
    return Math.max(1, lease.toMillis() / 3);
  }

  /** What holds for each attempt. */
  AttemptTerms terms(ParserVersion parser) {
    return new AttemptTerms(lease, attempts, parser);
  }

  /** How many documents are worked on at once. */
  int places() {
    return 2 * consumers;
  }
}
