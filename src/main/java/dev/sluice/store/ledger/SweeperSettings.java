package dev.sluice.store.ledger;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the sweeper, which finds overdue documents.
 *
 * @param period between two passes
 * @param batch documents a pass takes at once
 * @param concurrency tickets that are published at once
 * @param publishWithin after which an unpublished ticket is published again
 * @param requeueAfter after which a ticket counts as lost by the queue
 */
@ConfigurationProperties("sluice.sweeper")
public record SweeperSettings(
    Duration period, int batch, int concurrency, Duration publishWithin, Duration requeueAfter) {

  /** Refuses values that would make it idle or restless. */
  public SweeperSettings {
    Setting.positive("sluice.sweeper.period", period);
    Setting.atLeast("sluice.sweeper.batch", 1, batch);
    Setting.atLeast("sluice.sweeper.concurrency", 1, concurrency);
    Setting.positive("sluice.sweeper.publish-within", publishWithin);
    Setting.positive("sluice.sweeper.requeue-after", requeueAfter);
  }

  /** {@link #requeueAfter} as PostgreSQL reads an interval. */
  public String requeueAfterInterval() {
    return requeueAfter.toSeconds() + " seconds";
  }
}
