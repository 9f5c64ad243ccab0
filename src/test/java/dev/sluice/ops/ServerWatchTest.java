package dev.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Failures;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.work.StopSignal;
import dev.sluice.work.WorkCircuit;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ServerWatchTest {

  /** A server that can be refused, or stand still. */
  private static final class Server implements ServerProbe {
    private volatile boolean refuses;
    private volatile CountDownLatch standstill = new CountDownLatch(0);

    @Override
    public WatchedServer server() {
      return WatchedServer.STORE;
    }

    @Override
    public void ask() throws Exception {
      standstill.await();
      if (refuses) {
        throw new IllegalStateException("refused\nat once");
      }
    }

    @Override
    public void close() {
      standstill.countDown();
    }
  }

  private final Server server = new Server();
  private final ServerStates states = new ServerStates(Clock.systemUTC());
  private final WorkCircuit circuit =
      new WorkCircuit(Failures.classifier(), states, new StopSignal(), Clock.systemUTC());
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final ServerWatch watch =
      new ServerWatch(
          new WatchSettings(Duration.ofMillis(5), Duration.ofMillis(50)),
          states,
          circuit,
          List.of(server));

  @BeforeEach
  void start() {
    watch.addListener((which, isOut) -> heard.add(which.label() + " " + isOut));
    watch.start();
  }

  @AfterEach
  void stop() {
    watch.stop();
  }

  @Test
  void aRefusalIsAnOutageUntilTheServerAnswersAgain() {
    // When
    server.refuses = true;

    // Then
    awaitOut(true);
    assertThat(states.outageOf(WatchedServer.STORE).orElseThrow().why()).isEqualTo("refused");
    assertThat(states.isKnown(FailureCode.STORE_UNAVAILABLE)).isTrue();
    assertThat(states.isKnown(FailureCode.LEDGER_UNAVAILABLE)).isFalse();
    assertThat(circuit.outage()).isPresent();

    // When
    server.refuses = false;

    // Then
    awaitOut(false);
    Awaitility.await().until(() -> heard.equals(List.of("s3 true", "s3 false")));
  }

  @Test
  void aServerThatStandsStillIsOutToo() {
    // When
    CountDownLatch standstill = new CountDownLatch(1);
    server.standstill = standstill;

    // Then
    awaitOut(true);
    assertThat(states.outageOf(WatchedServer.STORE).orElseThrow().why())
        .isEqualTo("no answer within 50 ms");

    // When
    standstill.countDown();

    // Then
    awaitOut(false);
  }

  private void awaitOut(boolean isOut) {
    Awaitility.await().until(() -> states.outageOf(WatchedServer.STORE).isPresent() == isOut);
  }
}
