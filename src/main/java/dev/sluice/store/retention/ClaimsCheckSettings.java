package dev.sluice.store.retention;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of comparing the claims bucket with the ledger.
 *
 * @param every between two checks
 * @param pace between two pages of 1000 objects, so that a check does not slow other work down
 * @param grace how old an object without a row must be before it is removed, longer than any upload
 *     takes; 0: none is ever removed
 */
@ConfigurationProperties("sluice.claims-check")
public record ClaimsCheckSettings(Duration every, Duration pace, Duration grace) {

  private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

  /** Refuses times that make no sense, and a grace in which an upload may still be going on. */
  public ClaimsCheckSettings {
    Setting.positive("sluice.claims-check.every", every);
    Setting.positive("sluice.claims-check.pace", pace);
    Setting.notNegative("sluice.claims-check.grace", grace);
    if (!grace.isZero() && grace.compareTo(LONGEST_UPLOAD) < 0) {
      throw new IllegalArgumentException(
          "sluice.claims-check.grace must be at least "
              + LONGEST_UPLOAD
              + " or 0 s, but is "
              + grace);
    }
  }

  boolean removesOrphans() {
    return !grace.isZero();
  }
}
