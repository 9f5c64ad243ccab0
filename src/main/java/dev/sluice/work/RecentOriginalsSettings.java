package dev.sluice.work;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits how long local copies of arrived documents wait for their first reader.
 *
 * @param keepFor after the arrival
 * @param keepBytes of all copies together; 0 keeps none
 */
@ConfigurationProperties("sluice.recent-originals")
public record RecentOriginalsSettings(Duration keepFor, DataSize keepBytes) {

  /** Refuses values without sense. */
  public RecentOriginalsSettings {
    Setting.positive("sluice.recent-originals.keep-for", keepFor);
    Setting.atLeast("sluice.recent-originals.keep-bytes", 0, keepBytes.toBytes());
  }
}
