package dev.sluice.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.limits.LimitSettings.Numbers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class LimitSettingsTest {

  private static final Numbers STANDARD =
      new Numbers(2, 5, 10, 7, 100, 300, null, DataSize.ofMegabytes(50));

  @Test
  void whatAPlanLeavesOutIsAsInTheDefault() {
    Numbers gold = new Numbers(null, 50, 0, null, null, null, 0, null);

    LimitSettings settings = settings(Map.of("default", STANDARD, "gold", gold));

    assertThat(settings.plan("gold"))
        .isEqualTo(new Plan("gold", 2, 50, 0, 7, 100, 300, 0, 50L * 1024 * 1024));
  }

  @Test
  void aDefaultFromBeforeThereWereReadsAndImagesHasTheUsualLimits() {
    assertThat(settings(Map.of("default", STANDARD)).plan("default").imagesPerMinute())
        .isEqualTo(600);
  }

  @Test
  void whoHasAPlanThatIsNoMoreHasTheDefault() {
    assertThat(settings(Map.of("default", STANDARD)).plan("gold").name()).isEqualTo("default");
  }

  @Test
  void aDefaultThatIsMissingOrIncompleteIsRefusedByName() {
    Numbers incomplete = new Numbers(2, 5, null, 7, 100, 300, 300, DataSize.ofMegabytes(50));

    assertThatThrownBy(() -> settings(null))
        .hasMessage("sluice.limits.plans.default.concurrent-uploads must be set");
    assertThatThrownBy(() -> settings(Map.of("default", incomplete)))
        .hasMessage("sluice.limits.plans.default.uploads-per-hour must be set");
  }

  @Test
  void aNegativeNumberIsRefusedByName() {
    Numbers odd = new Numbers(null, null, null, null, -1, null, null, null);

    assertThatThrownBy(() -> settings(Map.of("default", STANDARD, "odd", odd)))
        .hasMessageContaining("sluice.limits.plans.odd.status-per-minute");
  }

  private static LimitSettings settings(Map<String, Numbers> plans) {
    return new LimitSettings(true, Duration.ofMinutes(1), plans);
  }
}
