package dev.sluice.work;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits how long unread originals of documents in parts stay on local disk.
 *
 * @param keepFor after its last reader
 * @param keepBytes of all these originals together
 */
@ConfigurationProperties("sluice.originals")
public record OriginalCacheSettings(Duration keepFor, DataSize keepBytes) {

  /** Refuses values without sense. */
  public OriginalCacheSettings {
    Setting.positive("sluice.originals.keep-for", keepFor);
    Setting.atLeast("sluice.originals.keep-bytes", 0, keepBytes.toBytes());
  }
}
