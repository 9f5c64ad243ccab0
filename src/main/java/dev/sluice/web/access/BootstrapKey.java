package dev.sluice.web.access;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** Enters the API key from the configuration, before the first request can come. */
@Component
class BootstrapKey implements InitializingBean {

  private final Settings settings;
  private final ApiKeys keys;

  BootstrapKey(Settings settings, ApiKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  @Override
  public void afterPropertiesSet() {
    if (settings.apiKey() != null && !settings.apiKey().isBlank()) {
      keys.ensure(settings.owner(), Role.USER, "bootstrap", settings.apiKey());
    }
  }

  /** The key, empty for none, and its owner. */
  @ConfigurationProperties("sluice.bootstrap")
  record Settings(String apiKey, String owner) {}
}
