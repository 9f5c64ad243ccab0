package dev.sluice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Failures;
import dev.sluice.fixture.TestClock;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

class WorkCircuitTest {

  private final StopSignal stop = new StopSignal();
  private final TestClock clock = new TestClock();
  private final WorkCircuit circuit =
      new WorkCircuit(Failures.classifier(), Failures.unheard(), stop, clock);
  private final AtomicBoolean down = new AtomicBoolean(true);

  @Test
  void whatMeetsAnOutageIsDoneWhenItIsOver() {
    // Given
    CompletableFuture<String> work = AtOnce.start(() -> circuit.insist(this::ask));
    Awaitility.await().until(() -> circuit.outage().isPresent());

    // When
    boolean before = work.isDone();
    down.set(false);
    clock.pass(Duration.ofMillis(1));
    circuit.close();

    // Then
    assertThat(before).isFalse();
    assertThat(work.join()).isEqualTo("answer");
    assertThat(circuit.outage()).isEmpty();
  }

  @Test
  void aStopEndsTheWaiting() {
    // Given
    CompletableFuture<FailureCode> work =
        AtOnce.start(() -> codeOf(() -> circuit.insist(this::ask)));
    Awaitility.await().until(() -> circuit.outage().isPresent());

    // When
    stop.raise();

    // Then
    assertThat(work.join()).isEqualTo(FailureCode.SHUTTING_DOWN);
  }

  @Test
  void whatSeemsToBeOverAndIsNotPausesWorkForLongerEachTime() {
    for (int pause : new int[] {0, 1, 3, 7, 15, 31, 60, 60}) {
      // When
      circuit.open(FailureCode.LEDGER_UNAVAILABLE);

      // Then
      assertThat(circuit.outage().orElseThrow().pause()).hasSeconds(pause);
      clock.pass(Duration.ofSeconds(pause));
      circuit.close();
      assertThat(circuit.outage()).isPresent();
      clock.pass(Duration.ofSeconds(1));
      circuit.close();
      assertThat(circuit.outage()).isEmpty();
    }

    // When
    clock.pass(Duration.ofMinutes(2));
    circuit.open(FailureCode.LEDGER_UNAVAILABLE);

    // Then
    assertThat(circuit.outage().orElseThrow().pause()).isZero();
  }

  @Test
  void nobodyWaitsForAQueueThatIsOut() {
    circuit.requireQueue();

    circuit.open(FailureCode.QUEUE_UNAVAILABLE);

    assertThatThrownBy(circuit::requireQueue)
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.QUEUE_UNAVAILABLE));
  }

  @Test
  void anotherFailureIsNotInsistedOn() {
    assertThatThrownBy(
            () ->
                circuit.insist(
                    () -> {
                      throw new IllegalStateException("a bug");
                    }))
        .hasMessage("a bug");
    assertThat(circuit.outage()).isEmpty();
  }

  private String ask() {
    if (down.get()) {
      throw new DataAccessResourceFailureException(
          "no connection", new SQLTransientConnectionException());
    }
    return "answer";
  }

  private static FailureCode codeOf(Supplier<?> work) {
    try {
      work.get();
      return null;
    } catch (FailureException e) {
      return e.failure().code();
    }
  }
}
