package dev.sluice.store.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetentionSettingsTest {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void nothingMeansForEver() {
    assertThat(
            new RetentionSettings(
                    Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, MINUTE, 1)
                .originals())
        .isZero();
  }

  @Test
  void aNegativeTimeIsRefusedByName() {
    assertThatThrownBy(() -> new RetentionSettings(DAY.negated(), DAY, DAY, DAY, MINUTE, 500))
        .hasMessageStartingWith("sluice.retention.originals must be 0 s or longer");
    assertThatThrownBy(() -> new RetentionSettings(DAY, DAY.negated(), DAY, DAY, MINUTE, 500))
        .hasMessageStartingWith("sluice.retention.failed");
    assertThatThrownBy(() -> new RetentionSettings(DAY, DAY, null, DAY, MINUTE, 500))
        .hasMessageStartingWith("sluice.retention.documents");
  }

  @Test
  void aBatchThatTheStoreDoesNotTakeIsRefused() {
    assertThatThrownBy(() -> new RetentionSettings(DAY, DAY, DAY, DAY, MINUTE, 1001))
        .hasMessageStartingWith("sluice.retention.batch must be between 1.0 and 1000.0");
  }

  @Test
  void anAuditSparesWhatMayStillBeUploaded() {
    assertThat(new ClaimsCheckSettings(DAY, MINUTE, Duration.ZERO).removesOrphans()).isFalse();
    assertThatThrownBy(() -> new ClaimsCheckSettings(DAY, MINUTE, MINUTE))
        .hasMessageStartingWith("sluice.claims-check.grace must be at least PT1H or 0 s");
  }
}
