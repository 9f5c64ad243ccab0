package dev.sluice.ops;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the watch over the servers that Sluice depends on.
 *
 * @param every how often each is asked
 * @param patience how long an answer may take; two in a row that take longer are an outage, and so
 *     is one refusal
 */
@ConfigurationProperties("sluice.watch")
record WatchSettings(Duration every, Duration patience) {

  /** Refuses no time at all. */
  WatchSettings {
    Setting.positive("sluice.watch.every", every);
    Setting.positive("sluice.watch.patience", patience);
  }
}
