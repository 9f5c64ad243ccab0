package dev.sluice.intake;

import dev.sluice.model.document.Lane;
import dev.sluice.model.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Limits what the doors let in.
 *
 * @param enabled whether this replica takes documents in, by any door
 * @param maxSize of one document
 * @param concurrency documents on disk that are stored and entered at once, whatever the door
 * @param maxFiles in one form
 * @param interactiveSize the largest document that goes to the interactive lane if its sender names
 *     no lane
 */
@ConfigurationProperties("sluice.intake")
public record IntakeSettings(
    boolean enabled, DataSize maxSize, int concurrency, int maxFiles, DataSize interactiveSize) {

  /** Refuses a limit that lets nothing in. */
  public IntakeSettings {
    Setting.atLeast("sluice.intake.max-size", 1, maxSize.toBytes());
    Setting.atLeast("sluice.intake.concurrency", 1, concurrency);
    Setting.atLeast("sluice.intake.max-files", 1, maxFiles);
    Setting.atLeast("sluice.intake.interactive-size", 0, interactiveSize.toBytes());
  }

  /** The lane that was asked for; if none was (null), small documents go before large ones. */
  public Lane lane(Lane asked, long sizeBytes) {
    if (asked != null) {
      return asked;
    }
    return sizeBytes <= interactiveSize.toBytes() ? Lane.INTERACTIVE : Lane.BULK;
  }
}
