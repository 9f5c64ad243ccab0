package dev.sluice.web.access;

import dev.sluice.model.settings.Setting;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The ops login for console, metrics and ops calls. It has no default password. */
@ConfigurationProperties("sluice.ops")
public record OpsSettings(String user, String password) {

  /** Characters that the password has at least. */
  public static final int MIN_PASSWORD = 12;

  /** Refuses an empty name, and a password that is empty or short. */
  public OpsSettings {
    Setting.required("sluice.ops.user", user);
    Setting.required("sluice.ops.password (SLUICE_OPS_PASSWORD)", password);
    Setting.notShorter("sluice.ops.password (SLUICE_OPS_PASSWORD)", MIN_PASSWORD, password);
  }

  @Override
  public String toString() {
    return "OpsSettings[user=" + user + "]";
  }
}
