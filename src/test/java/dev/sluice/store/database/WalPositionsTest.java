package dev.sluice.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WalPositionsTest {

  private long now = Duration.ofDays(1).toNanos();
  private final WalPositions positions = new WalPositions(Duration.ofSeconds(5), () -> now);

  @Test
  void whoHasReplayedWhatThePrimaryHadWrittenWithinTheBoundIsNewEnough() {
    // Given
    see(100);
    pass(4);
    see(200);

    // Then
    assertThat(positions.isNewEnough(99)).isFalse();
    assertThat(positions.isNewEnough(100)).isTrue();
  }

  @Test
  void whatIsNewEnoughMovesOnWithTheTime() {
    // Given
    see(100);
    pass(4);
    see(200);

    // When
    pass(2);

    // Then
    assertThat(positions.isNewEnough(199)).isFalse();
    assertThat(positions.isNewEnough(200)).isTrue();
  }

  @Test
  void nobodyIsNewEnoughWhileThePrimaryHasNotBeenHeardOfForLonger() {
    // Given
    see(100);

    // When
    pass(6);

    // Then
    assertThat(positions.isNewEnough(Long.MAX_VALUE)).isFalse();
  }

  @Test
  void nobodyIsNewEnoughBeforeThePrimaryWasHeardOf() {
    assertThat(positions.isNewEnough(Long.MAX_VALUE)).isFalse();
  }

  private void see(long position) {
    positions.add(positions.now(), position);
  }

  private void pass(int seconds) {
    now += Duration.ofSeconds(seconds).toNanos();
  }
}
