package dev.sluice.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.chaos.ChaosOptions.Replicas;
import dev.sluice.chaos.Disturbance.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ChaosPlanTest {

  @Test
  void theSameSeedGivesTheSamePlanAndAnotherOneAnother() {
    assertThat(plan(7, Replicas.TWO)).isEqualTo(plan(7, Replicas.TWO));
    assertThat(plan(8, Replicas.TWO)).isNotEqualTo(plan(7, Replicas.TWO));
  }

  @Test
  void eightKillsMeetEachPartOnceAndNoKindOfDisturbanceIsLeftOut() {
    // When
    ChaosPlan plan = plan(1, Replicas.TWO);

    // Then
    assertThat(plan.disturbances())
        .filteredOn(disturbance -> disturbance.kind() == Kind.KILL)
        .extracting(Disturbance::target)
        .containsExactlyInAnyOrder(
            "app1", "app2", "apps", "kafka", "postgres", "s3", "sftp", "parsers");
    assertThat(plan.disturbances()).extracting(Disturbance::kind).contains(Kind.values());
  }

  @Test
  void oneReplicaIsTheOnlyOneThatIsMeant() {
    assertThat(plan(3, Replicas.ONE).disturbances())
        .extracting(Disturbance::target)
        .doesNotContain("app2", "apps");
  }

  @Test
  void theSecondReplicaIsNotMeantBeforeItIsThere() {
    // When
    ChaosPlan plan = plan(5, Replicas.BOTH);

    // Then
    assertThat(plan.disturbances())
        .filteredOn(disturbance -> disturbance.at().toSeconds() < 30)
        .extracting(Disturbance::target)
        .doesNotContain("app2", "apps");
    assertThat(plan.disturbances()).extracting(Disturbance::target).containsAnyOf("app2", "apps");
  }

  private static ChaosPlan plan(long seed, Replicas replicas) {
    return ChaosPlan.draw(new ChaosOptions(100, 8, seed, replicas, Duration.ofMinutes(1)));
  }
}
