package dev.sluice.ops.board;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the samples that the ops board plots.
 *
 * @param period between two samples, the same on all replicas
 * @param keep how long they are kept
 */
@ConfigurationProperties("sluice.samples")
record SampleSettings(Duration period, Duration keep) {

  /** Refuses no time at all. */
  SampleSettings {
    Setting.positive("sluice.samples.period", period);
    Setting.positive("sluice.samples.keep", keep);
  }

  /** The last end of a period before this time. */
  Instant endBefore(Instant time) {
    long millis = period.toMillis();
    return Instant.ofEpochMilli(time.toEpochMilli() / millis * millis);
  }
}
