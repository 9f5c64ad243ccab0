package dev.sluice.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.chaos.ChaosOptions.Replicas;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The short run; perf/chaos makes long ones. Another seed: -Dsluice.chaos.seed=N. */
@EnabledOnOs(OS.LINUX) // it freezes processes, and reads of their memory in /proc
class ChaosIT {

  private static final long SEED = Long.getLong("sluice.chaos.seed", 4);

  @Test
  void nothingIsLostAndNothingDoubledWhateverDies() throws Exception {
    // Given two replicas, each part killed once, and every other kind of disturbance
    ChaosOptions options = new ChaosOptions(200, 8, SEED, Replicas.TWO, Duration.ofSeconds(75));

    // When
    Verdict verdict = ChaosRun.run(options);

    // Then
    assertThat(verdict.complaints()).as("seed " + SEED).isEmpty();
  }
}
