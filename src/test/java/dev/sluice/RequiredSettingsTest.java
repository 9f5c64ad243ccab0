package dev.sluice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

class RequiredSettingsTest {

  private final MockEnvironment environment = new MockEnvironment();

  @Test
  void allThatIsMissingIsNamedAtOnce() {
    environment.setProperty("sluice.kafka.brokers", "kafka:9092");

    assertThat(RequiredSettings.missingIn(environment))
        .containsExactly("SLUICE_JDBC_URL", "SLUICE_OPS_PASSWORD");
  }

  @Test
  void allSecretsThatAreTooShortAreNamedAtOnce() {
    environment.setProperty("sluice.bootstrap.api-key", "nineteen-characters");
    environment.setProperty("sluice.ops.password", "elevenchars");

    assertThat(RequiredSettings.tooShortIn(environment))
        .containsExactly(
            "SLUICE_API_KEY must have at least 20 characters",
            "SLUICE_OPS_PASSWORD must have at least 12 characters");
  }

  @Test
  void aKeyMayBeMissing() {
    environment.setProperty("sluice.bootstrap.api-key", "");
    environment.setProperty("sluice.ops.password", "twelve-chars");

    assertThat(RequiredSettings.tooShortIn(environment)).isEmpty();
  }
}
