package dev.sluice.intake;

import dev.sluice.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What the doors let in.
 *
 * @param maxSize of one document
 * @param concurrency documents on disk that are stored and entered at once, whatever the door
 * @param maxFiles in one form
 */
@ConfigurationProperties("sluice.intake")
public record IntakeSettings(DataSize maxSize, int concurrency, int maxFiles) {

  /** Refuses a limit that lets nothing in. */
  public IntakeSettings {
    Setting.atLeast("sluice.intake.max-size", 1, maxSize.toBytes());
    Setting.atLeast("sluice.intake.concurrency", 1, concurrency);
    Setting.atLeast("sluice.intake.max-files", 1, maxFiles);
  }
}
