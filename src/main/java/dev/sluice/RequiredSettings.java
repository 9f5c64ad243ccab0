package dev.sluice;

import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.OpsSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Looks before the start whether everything is configured that has no default, and whether secrets
 * are long enough, so that all that is missing is said at once.
 */
final class RequiredSettings
    implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  /** Keys and the variables of the environment that set them. */
  private static final Map<String, String> VARIABLES =
      new TreeMap<>(
          Map.of(
              "spring.datasource.url", "SLUICE_JDBC_URL",
              "sluice.kafka.brokers", "SLUICE_KAFKA_BROKERS",
              "sluice.ops.password", "SLUICE_OPS_PASSWORD"));

  /** Secrets by which others log in. */
  private static final List<Secret> SECRETS =
      List.of(
          new Secret("sluice.bootstrap.api-key", "SLUICE_API_KEY", ApiKeys.MIN_CONFIGURED),
          new Secret("sluice.ops.password", "SLUICE_OPS_PASSWORD", OpsSettings.MIN_PASSWORD));

  private record Secret(String key, String variable, int minimum) {

    boolean isTooShortIn(Environment environment) {
      String value = environment.getProperty(key, "");
      return !value.isBlank() && value.length() < minimum;
    }

    String rule() {
      return variable + " must have at least " + minimum + " characters";
    }
  }

  /** After the listener that reads the configuration. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  /** Throws {@link StartupFailure} that names every variable that is not set, or set too short. */
  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    List<String> missing = missingIn(event.getEnvironment());
    if (!missing.isEmpty()) {
      throw new StartupFailure(
          "these variables of the environment are not set: " + String.join(", ", missing),
          "See \"Deploy with your own servers\" in docs/operations.md, or start Sluice with servers"
              + " of its own by mvn spring-boot:run");
    }
    List<String> tooShort = tooShortIn(event.getEnvironment());
    if (!tooShort.isEmpty()) {
      throw new StartupFailure(
          String.join("; ", tooShort), "openssl rand -hex 24 makes one that is long enough");
    }
  }

  static List<String> tooShortIn(Environment environment) {
    return SECRETS.stream()
        .filter(secret -> secret.isTooShortIn(environment))
        .map(Secret::rule)
        .toList();
  }

  static List<String> missingIn(Environment environment) {
    return VARIABLES.entrySet().stream()
        .filter(setting -> environment.getProperty(setting.getKey(), "").isBlank())
        .map(Map.Entry::getValue)
        .sorted()
        .toList();
  }
}
