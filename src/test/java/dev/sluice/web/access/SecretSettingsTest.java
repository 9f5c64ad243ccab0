package dev.sluice.web.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SecretSettingsTest {

  private static final Duration OVERLAP = Duration.ofMinutes(10);

  @Test
  void aShortOpsPasswordIsRefusedByTheNameOfItsVariable() {
    assertThatThrownBy(() -> new OpsSettings("ops", "elevenchars"))
        .hasMessageContaining("SLUICE_OPS_PASSWORD")
        .hasMessageContaining("at least 12")
        .hasMessageNotContaining("elevenchars");
    assertThatCode(() -> new OpsSettings("ops", "twelve-chars")).doesNotThrowAnyException();
  }

  @Test
  void aShortKeyIsRefusedByTheNameOfItsVariable() {
    assertThatThrownBy(() -> new BootstrapKey.Settings("nineteen-characters", "me", OVERLAP))
        .hasMessageContaining("SLUICE_API_KEY")
        .hasMessageContaining("at least 20")
        .hasMessageNotContaining("nineteen-characters");
    assertThatCode(() -> new BootstrapKey.Settings("twenty-characters-ab", "me", OVERLAP))
        .doesNotThrowAnyException();
    assertThatCode(() -> new BootstrapKey.Settings("", "me", OVERLAP)).doesNotThrowAnyException();
  }
}
