package dev.sluice.notify;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of publishing events to their topic.
 *
 * @param period between two looks for events that are not in it yet
 * @param batch events that a look takes at most
 * @param concurrency of them that are published at once
 * @param keep how long they can be seen in lists of deliveries, and sent again
 * @param sweep how often those that are older are removed
 */
@ConfigurationProperties("sluice.events")
public record EventSettings(
    Duration period, int batch, int concurrency, Duration keep, Duration sweep) {

  /** Refuses values without sense. */
  public EventSettings {
    Setting.positive("sluice.events.period", period);
    Setting.atLeast("sluice.events.batch", 1, batch);
    Setting.atLeast("sluice.events.concurrency", 1, concurrency);
    Setting.positive("sluice.events.keep", keep);
    Setting.positive("sluice.events.sweep", sweep);
  }
}
