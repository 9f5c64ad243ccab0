package dev.sluice.intake;

import dev.sluice.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/** What the doors let in. */
@ConfigurationProperties("sluice.intake")
public record IntakeSettings(DataSize maxSize) {

  /** Refuses a limit that lets nothing in. */
  public IntakeSettings {
    Setting.atLeast("sluice.intake.max-size", 1, maxSize.toBytes());
  }
}
