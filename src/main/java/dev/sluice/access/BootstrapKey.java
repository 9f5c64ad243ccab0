package dev.sluice.access;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** Enters the API key that the configuration brings along, so that a new installation has one. */
@Component
class BootstrapKey implements ApplicationRunner {

  private final Settings settings;
  private final ApiKeys keys;

  BootstrapKey(Settings settings, ApiKeys keys) {
    this.settings = settings;
    this.keys = keys;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (settings.apiKey() != null && !settings.apiKey().isBlank()) {
      keys.ensure(settings.owner(), Role.USER, "bootstrap", settings.apiKey());
    }
  }

  /** The key, empty for none, and whose it is. */
  @ConfigurationProperties("sluice.bootstrap")
  record Settings(String apiKey, String owner) {}
}
