package dev.sluice.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.chaos.ChaosOptions.Replicas;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * Two replicas whose parts and servers die at any time; perf/chaos makes long runs. In every build
 * {@link OutageIT} has servers die, and DeathsIT Sluice itself. Another seed: -Dproof.seed=N.
 */
@Tag("proof")
@EnabledOnOs(OS.LINUX) // it freezes processes, and reads of their memory in /proc
class ChaosIT {

  private static final long SEED = Long.getLong("proof.seed", 4);

  @Test
  void nothingIsLostAndNothingDoubledWhenEachPartDies() throws Exception {
    assertNothingIsLost(new ChaosOptions(200, 8, SEED, Replicas.TWO, Duration.ofSeconds(75)));
  }

  private static void assertNothingIsLost(ChaosOptions options) throws Exception {
    // When
    ChaosVerdict verdict = ChaosRun.run(options);

    // Then
    assertThat(verdict.complaints()).as("seed " + SEED).isEmpty();
  }
}
