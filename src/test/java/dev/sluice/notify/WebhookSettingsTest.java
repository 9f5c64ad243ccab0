package dev.sluice.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {

  static WebhookSettings strict() {
    return settings(false, Duration.ofSeconds(1), 5);
  }

  static WebhookSettings lenient() {
    return settings(true, Duration.ofSeconds(1), 5);
  }

  private static WebhookSettings settings(boolean lenient, Duration timeout, int attempts) {
    Duration second = Duration.ofSeconds(1);
    return new WebhookSettings(
        5,
        lenient,
        lenient,
        second,
        4,
        second,
        timeout,
        attempts,
        second,
        4,
        second.multipliedBy(100));
  }

  @Test
  void delaysGrowByTheirFactorUpToTheLongest() {
    assertThat(IntStream.rangeClosed(1, 6).mapToObj(n -> strict().delayAfter(n, 0.5).toSeconds()))
        .containsExactly(1L, 4L, 16L, 64L, 100L, 100L);
  }

  @Test
  void noNumberOfAttemptsIsTooHighForADelay() {
    assertThat(strict().delayAfter(Integer.MAX_VALUE, 0.5)).hasSeconds(100);
  }

  @Test
  void chanceMakesADelayUpToAFifthShorterOrLonger() {
    assertThat(strict().delayAfter(1, 0)).hasMillis(800);
    assertThat(strict().delayAfter(1, 1)).hasMillis(1200);
  }

  @Test
  void valuesWithoutSenseAreRefusedByName() {
    assertThatThrownBy(() -> settings(false, Duration.ZERO, 5))
        .hasMessageContaining("sluice.webhooks.timeout");
    assertThatThrownBy(() -> settings(false, Duration.ofSeconds(1), 0))
        .hasMessageContaining("sluice.webhooks.attempts");
  }
}
