package dev.sluice.web.access;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** Enters the API key from the configuration, before the first request can come. */
@Component
class BootstrapKey implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(BootstrapKey.class);

  private final Settings settings;
  private final ApiKeys keys;

  BootstrapKey(Settings settings, ApiKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  @Override
  public void afterPropertiesSet() {
    if (!settings.hasKey()) {
      return;
    }
    ApiKey key = keys.configure(settings.owner(), settings.apiKey(), settings.keyOverlap());
    if (key.revokedAt() != null) {
      LOG.warn("The key in SLUICE_API_KEY was revoked at {}: set another one", key.revokedAt());
    } else if (key.endsAt() != null) {
      LOG.warn(
          "The key in SLUICE_API_KEY is good until {}, as a newer one replaced it", key.endsAt());
    }
  }

  /**
   * The key that is configured.
   *
   * @param apiKey empty for none
   * @param keyOverlap how long earlier ones are still good
   */
  @ConfigurationProperties("sluice.bootstrap")
  record Settings(String apiKey, String owner, Duration keyOverlap) {

    Settings {
      Setting.notNegative("sluice.bootstrap.key-overlap", keyOverlap);
      if (apiKey != null && !apiKey.isBlank()) {
        Setting.notShorter(
            "sluice.bootstrap.api-key (SLUICE_API_KEY)", ApiKeys.MIN_CONFIGURED, apiKey);
      }
    }

    boolean hasKey() {
      return apiKey != null && !apiKey.isBlank();
    }

    /** Leaves out the key. */
    @Override
    public String toString() {
      return "Settings[owner=" + owner + "]";
    }
  }
}
