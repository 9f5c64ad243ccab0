package dev.sluice.intake;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings that the doors for dropped files share.
 *
 * @param lease how long a file is left to a replica that shows no sign of life
 */
@ConfigurationProperties("sluice.drop")
public record DropSettings(Duration lease) {

  /** Refuses no lease at all. */
  public DropSettings {
    Setting.positive("sluice.drop.lease", lease);
  }
}
