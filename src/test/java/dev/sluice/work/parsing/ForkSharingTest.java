package dev.sluice.work.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.work.parsing.ForkSharing.Running;
import dev.sluice.work.parsing.ForkSharing.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForkSharingTest {

  private static final Instant START = Instant.parse("2026-11-29T12:00:00Z");

  private Instant now = START;
  private final ForkSharing two = new ForkSharing(2, () -> now);
  private final ForkSharing one = new ForkSharing(1, () -> now);

  @Test
  void anOwnerThatIsAloneMayHoldAllForksForAsLongAsItLikes() {
    List<Running> running = List.of(first("a1", "ada"), first("a2", "ada"));
    now = START.plusSeconds(100);

    assertThat(two.toYield(running, Set.of("ada"))).isEmpty();
    assertThat(two.enter("ada", false, false)).isNotNull();
    assertThat(two.enter("ada", true, true)).isNotNull();
  }

  @Test
  void whileAnotherWaitsAnOwnerOfManyIsLongAfterFiveSeconds() {
    List<Running> running = List.of(first("a1", "ada"), first("a2", "ada"), waiting("a3", "ada"));

    now = START.plusSeconds(4);
    assertThat(two.hasLongWork(running)).isFalse();
    assertThat(two.toYield(running, Set.of("ada", "bob"))).isEmpty();

    now = START.plusSeconds(5);
    assertThat(two.hasLongWork(running)).isTrue();
    assertThat(two.toYield(running, Set.of("ada", "bob"))).containsExactly("a1", "a2", "a3");
  }

  @Test
  void theOnlyDocumentOfAnOwnerIsLongAfterTenSeconds() {
    List<Running> running = List.of(first("a", "ada"));

    now = START.plusSeconds(9);
    assertThat(two.toYield(running, Set.of("bob"))).isEmpty();

    now = START.plusSeconds(10);
    assertThat(two.toYield(running, Set.of("bob"))).containsExactly("a");
  }

  @Test
  void laterAttemptsKeepAllForksButOneTheLongestFirst() {
    Running old = new Running("old", "ada", true, 2, START.minusSeconds(20));
    Running late = new Running("late", "cem", true, 2, START);

    assertThat(two.toYield(List.of(late, old), Set.of("bob"))).containsExactly("late");
    assertThat(two.toYield(List.of(late, old), Set.of())).isEmpty();
  }

  @Test
  void ofSlowOwnersOneComesInAtATimeByTheLanesAndQuickOnesAlways() {
    // Given
    adaIsSlowAndBobWaits(two);

    // When
    Seat first = two.enter("ada", false, true);

    // Then
    assertThat(first).isNotNull();
    assertThat(two.enter("ada", false, true)).isNull();
    assertThat(two.enter("ada", true, true)).isNull();
    assertThat(two.enter("bob", false, false)).isNotNull();
    assertThat(two.enter("bob", false, false)).isNotNull();

    // When
    two.leave(first);

    // Then
    assertThat(two.enter("ada", false, false)).isNull();
    assertThat(two.enter("ada", false, true)).isNotNull();
  }

  @Test
  void amongAnOwnersOwnFirstAttemptsGoFirst() {
    // Given
    adaIsSlowAndBobWaits(two);
    Seat seat = two.enter("ada", true, true);
    assertThat(two.enter("ada", false, true)).isNull();
    two.leave(seat);

    // Then
    assertThat(two.enter("ada", true, true)).isNull();
    assertThat(two.enter("ada", false, true)).isNotNull();
  }

  @Test
  void aLaterAttemptGetsItsTurnThoughFirstOnesKeepComing() {
    // Given
    adaIsSlowAndBobWaits(two);
    Seat seat = two.enter("ada", false, true);
    assertThat(two.enter("ada", false, true)).isNull();
    two.leave(seat);

    // When
    now = now.plus(ForkSharing.TURN).plusSeconds(1);

    // Then
    assertThat(two.enter("ada", true, true)).isNotNull();
  }

  @Test
  void afterAMinuteWithoutOthersAnOwnerHasAllForksAgain() {
    // Given
    adaIsSlowAndBobWaits(two);
    assertThat(two.enter("ada", true, true)).isNotNull();
    assertThat(two.enter("ada", true, true)).isNull();

    // When
    now = now.plus(ForkSharing.REMEMBERED);

    // Then
    assertThat(two.enter("ada", true, false)).isNotNull();
  }

  @Test
  void theOnlyForkIsLeftByWhatIsLongUnlessItHasYieldedOftenEnough() {
    Running thrice = new Running("a", "ada", true, 3, START);
    Running enough = new Running("a", "ada", true, 4, START);
    now = START.plusSeconds(11);

    assertThat(one.toYield(List.of(thrice), Set.of("bob"))).containsExactly("a");
    assertThat(one.toYield(List.of(enough), Set.of("bob"))).isEmpty();
  }

  @Test
  void theOnlyForkIsForQuickOnesFirstAndForSlowOnesInTurns() {
    // Given
    adaIsSlowAndBobWaits(one);
    Seat first = one.enter("ada", true, true);
    one.leave(first);

    // Then
    assertThat(one.enter("ada", true, true)).isNull();
    assertThat(one.enter("bob", false, false)).isNotNull();

    // When
    now = now.plus(ForkSharing.TURN).plus(Duration.ofSeconds(1));

    // Then
    assertThat(one.enter("ada", true, true)).isNotNull();
  }

  private void adaIsSlowAndBobWaits(ForkSharing forks) {
    now = START.plusSeconds(6);
    forks.toYield(List.of(first("a1", "ada"), first("a2", "ada")), Set.of("ada", "bob"));
  }

  private static Running first(String name, String owner) {
    return new Running(name, owner, false, 1, START);
  }

  private static Running waiting(String name, String owner) {
    return new Running(name, owner, false, 1, null);
  }
}
