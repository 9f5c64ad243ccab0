package dev.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.TestClock;
import dev.sluice.model.failure.FailureCode;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ServerStatesTest {

  private static final WatchedServer DATABASE = WatchedServer.DATABASE;
  private static final Exception FULL =
      new IllegalStateException(
          "a statement",
          new SQLException("ERROR: could not extend file: No space left\n  Detail: content"));

  private final TestClock clock = new TestClock();
  private final ServerStates states = new ServerStates(clock);

  @Test
  void aServerThatAnswersAndFailsForSecondsIsInTroubleUntilItFailsNoMore() {
    // When
    states.failed(FailureCode.LEDGER_UNAVAILABLE, FULL);
    clock.pass(Duration.ofSeconds(4));
    states.failed(FailureCode.LEDGER_UNAVAILABLE, FULL);

    // Then
    assertThat(states.troubleOf(DATABASE)).isEmpty();
    assertThat(states.isKnown(FailureCode.LEDGER_UNAVAILABLE)).isFalse();

    // When
    clock.pass(Duration.ofSeconds(50));
    states.answers(DATABASE);
    states.failed(FailureCode.LEDGER_UNAVAILABLE, FULL);

    // Then
    assertThat(states.troubleOf(DATABASE).orElseThrow().why())
        .isEqualTo("ERROR: could not extend file: No space left");
    assertThat(states.isKnown(FailureCode.LEDGER_UNAVAILABLE)).isTrue();
    assertThat(states.outageOf(DATABASE)).isEmpty();

    // When
    clock.pass(Duration.ofSeconds(61));
    states.answers(DATABASE);

    // Then
    assertThat(states.troubleOf(DATABASE)).isEmpty();
  }

  @Test
  void failuresThatLieFarApartAreNoTrouble() {
    for (int i = 0; i < 5; i++) {
      states.failed(FailureCode.LEDGER_UNAVAILABLE, FULL);
      clock.pass(Duration.ofSeconds(61));
    }
    assertThat(states.troubleOf(DATABASE)).isEmpty();
  }

  @Test
  void aServerThatDoesNotAnswerIsOutWhateverFails() {
    // When
    states.failed(FailureCode.LEDGER_UNAVAILABLE, FULL);
    boolean began = states.doesNotAnswer(DATABASE, "refused");
    boolean beganAgain = states.doesNotAnswer(DATABASE, "refused again");
    clock.pass(Duration.ofSeconds(6));
    states.failed(FailureCode.LEDGER_UNAVAILABLE, FULL);

    // Then
    assertThat(began).isTrue();
    assertThat(beganAgain).isFalse();
    assertThat(states.troubleOf(DATABASE).orElseThrow().why()).isEqualTo("refused");

    // When
    boolean ended = states.answers(DATABASE);

    // Then
    assertThat(ended).isTrue();
    assertThat(states.troubleOf(DATABASE)).isEmpty();
  }

  @Test
  void aFailureOfTheDocumentIsNoServers() {
    states.failed(FailureCode.PARSER_CRASHED, FULL);
    clock.pass(Duration.ofSeconds(6));
    states.failed(FailureCode.PARSER_CRASHED, FULL);

    assertThat(states.isKnown(FailureCode.PARSER_CRASHED)).isFalse();
  }
}
