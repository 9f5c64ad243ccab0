package dev.sluice.web.access;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the audit.
 *
 * @param keep how long events are kept; 0: for ever
 */
@ConfigurationProperties("sluice.audit")
public record AuditSettings(Duration keep) {

  /** Refuses a negative time. */
  public AuditSettings {
    Setting.notNegative("sluice.audit.keep", keep);
  }
}
