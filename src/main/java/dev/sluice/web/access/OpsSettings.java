package dev.sluice.web.access;

import dev.sluice.model.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The ops login for console, metrics and ops calls. It has no default password. */
@ConfigurationProperties("sluice.ops")
public record OpsSettings(String user, String password) {

  /** Refuses an empty name or password. */
  public OpsSettings {
    Setting.required("sluice.ops.user", user);
    Setting.required("sluice.ops.password (SLUICE_OPS_PASSWORD)", password);
  }

  @Override
  public String toString() {
    return "OpsSettings[user=" + user + "]";
  }
}
