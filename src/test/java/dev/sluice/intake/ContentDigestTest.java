package dev.sluice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.model.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDigestTest {

  private static final String ZEROS = "sha-256=:" + "A".repeat(43) + "=:";

  @Test
  void nothingPromisedIsNothingToCheck() {
    assertThat(ContentDigest.of(null)).isNull();
  }

  @Test
  void theSha256IsFoundAmongOthers() {
    assertThat(ContentDigest.of("md5=:AA==:, " + ZEROS).sha256()).isEqualTo("00".repeat(32));
    assertThat(ContentDigest.of(ZEROS + ", md5=:AA==:").sha256()).isEqualTo("00".repeat(32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha-256", "sha-256=AAAA", "sha-256=:AAAA:", "sha-512=:AAAA:", "x=1"})
  void anythingElseIsRefused(String header) {
    assertThatThrownBy(() -> ContentDigest.of(header))
        .isInstanceOf(FailureException.class)
        .hasMessageStartingWith("malformed-digest");
  }
}
