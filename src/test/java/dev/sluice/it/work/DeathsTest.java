package dev.sluice.it.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.failpoint.FlowSteps;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the deaths of {@link DeathsIT} are all there are. */
class DeathsTest {

  @Test
  void eachStepFromADoorToTheEndIsFollowedByADeathOrLeavesNothingBehind() throws Exception {
    // Given
    Set<String> known = new TreeSet<>(Deaths.LEAVE_NOTHING_BEHIND);
    known.addAll(Deaths.LEAVE_NOTHING_ELSE_TO_RECOVER);
    Stream.of(Deaths.REQUESTS, Deaths.WORK_AND_DROPS)
        .flatMap(List::stream)
        .forEach(death -> known.add(death.step()));

    // Then: a new step is killed after, or it is said why not
    assertThat(known).containsExactlyInAnyOrderElementsOf(FlowSteps.in(Path.of("routes")));
  }

  @Test
  void eachBuildDiesAfterOneStepOfEachKindAndTwoOthersWithWhatTheyNeed() {
    // Given
    List<String> all =
        Stream.of(Deaths.REQUESTS, Deaths.WORK_AND_DROPS)
            .flatMap(List::stream)
            .map(Death::step)
            .toList();

    // When
    Set<String> steps = Deaths.sample(2, 1, new Random(1));

    // Then
    assertThat(all).containsAll(steps);
    assertThat(steps)
        .hasSizeGreaterThanOrEqualTo(3)
        .anyMatch(Deaths.ONE_OF_EACH_KIND::contains)
        .isEqualTo(Deaths.sample(2, 1, new Random(1)));
    Deaths.NEEDS.forEach(
        (step, needed) -> assertThat(all.indexOf(needed)).isBetween(0, all.indexOf(step) - 1));
  }
}
