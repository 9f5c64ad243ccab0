package dev.sluice.replay;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of replays, above all how fast they go.
 *
 * @param period between two looks for what to start next; more than a second slows replays down
 * @param perSecond documents started per second, unless a replay says otherwise
 * @param maxPerSecond what a replay may ask for
 * @param maxDocuments in one replay
 */
@ConfigurationProperties("sluice.replay")
public record ReplaySettings(Duration period, int perSecond, int maxPerSecond, int maxDocuments) {

  /** Refuses values without sense. */
  public ReplaySettings {
    Setting.positive("sluice.replay.period", period);
    Setting.atLeast("sluice.replay.per-second", 1, perSecond);
    Setting.atLeast("sluice.replay.max-per-second", perSecond, maxPerSecond);
    Setting.atLeast("sluice.replay.max-documents", 1, maxDocuments);
  }
}
