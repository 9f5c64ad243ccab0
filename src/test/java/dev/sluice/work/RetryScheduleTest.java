package dev.sluice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryScheduleTest {

  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration CAP = Duration.ofSeconds(60);

  @Test
  void delaysGrowByTheFactorUpToTheCap() {
    RetrySchedule exact = new RetrySchedule(FIRST, 2, 0, CAP);

    assertThat(
            IntStream.rangeClosed(1, 6)
                .mapToLong(failures -> exact.delayAfter(failures, new Random()).toSeconds()))
        .containsExactly(5L, 10L, 20L, 40L, 60L, 60L);
    assertThat(exact.delayAfter(10_000, new Random())).isEqualTo(CAP);
  }

  @Test
  void jitterSpreadsADelayToBothSidesAndNoFurther() {
    RetrySchedule spread = new RetrySchedule(FIRST, 2, 0.2, CAP);
    Random random = new Random(1);

    assertThat(IntStream.range(0, 1000).mapToLong(n -> spread.delayAfter(1, random).toMillis()))
        .allMatch(millis -> millis >= 4000 && millis <= 6000)
        .anyMatch(millis -> millis < 4500)
        .anyMatch(millis -> millis > 5500);
  }

  @Test
  void aValueWithoutSenseIsNamed() {
    assertThatThrownBy(() -> new RetrySchedule(FIRST, 0.5, 0, CAP))
        .hasMessageContaining("sluice.work.retry.factor");
    assertThatThrownBy(() -> new RetrySchedule(FIRST, 2, 0.6, CAP))
        .hasMessageContaining("sluice.work.retry.jitter");
    assertThatThrownBy(() -> new RetrySchedule(FIRST, 2, 0, Duration.ofMinutes(10)))
        .hasMessageContaining("sluice.work.retry.cap");
  }

  @Test
  void laterFailuresShareTheLastLane() {
    assertThat(IntStream.rangeClosed(1, 5).mapToObj(RetryLane::after))
        .containsExactly(
            RetryLane.FIRST, RetryLane.SECOND, RetryLane.LATER, RetryLane.LATER, RetryLane.LATER);
  }
}
