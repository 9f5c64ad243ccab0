package dev.sluice.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.web.connection.HalfOpenConnections.Overdue;
import dev.sluice.web.connection.HalfOpenConnections.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HalfOpenConnectionsTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5); // nanoTime may overflow
  private final HalfOpenConnections<String> connections = withLimit(2);

  @Test
  void oneThatTakesTooLongIsClosedHoweverManyBytesCome() {
    // Given
    connections.await("slow", "here");

    // When
    for (int second = 0; second < 9; second++) {
      pass(SECOND);
      connections.beginRead("slow");
      connections.await("slow", "here");
      connections.endRead("slow");
      assertThat(connections.overdue()).isEmpty();
    }
    pass(SECOND);

    // Then
    assertThat(connections.overdue())
        .containsExactly(new Overdue<>("slow", "here", Reason.TOO_SLOW));
  }

  @Test
  void ofThoseThatAreTooManyTheOldestAreClosed() {
    // Given
    for (String name : List.of("a", "b", "c", "d")) {
      connections.await(name, "here");
      pass(SECOND);
    }

    // Then
    assertThat(connections.overdue())
        .extracting(Overdue::connection, Overdue::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("a", Reason.TOO_MANY),
            org.assertj.core.groups.Tuple.tuple("b", Reason.TOO_MANY));
  }

  @Test
  void thoseOfOtherAddressesDoNotCount() {
    connections.await("a", "here");
    connections.await("b", "here");
    connections.await("c", "there");
    pass(SECOND);

    assertThat(connections.overdue()).isEmpty();
  }

  @Test
  void aBurstIsNotClosedBeforeItCanHaveBeenRead() {
    connections.await("a", "here");
    connections.await("b", "here");
    connections.await("c", "here");

    assertThat(connections.overdue()).isEmpty();
  }

  @Test
  void aCallerIsNotBlamedForWhatWaitsForThisServer() {
    // Given
    connections.await("a", "here");
    connections.beginRead("a");

    // When
    pass(Duration.ofMinutes(1));

    // Then
    assertThat(connections.overdue()).isEmpty();
    assertThat(connections.isAwaited("a")).isFalse();
  }

  @Test
  void aFullHeaderEndsTheWait() {
    // Given
    connections.await("a", "here");
    pass(SECOND);

    // When
    connections.complete("a");
    pass(Duration.ofMinutes(1));

    // Then: the next one has its own time
    assertThat(connections.overdue()).isEmpty();
    connections.await("a", "here");
    assertThat(connections.overdue()).isEmpty();
  }

  @Test
  void withoutALimitTimeAloneCounts() {
    HalfOpenConnections<String> unlimited = withLimit(0);
    for (int n = 0; n < 100; n++) {
      unlimited.await("c" + n, "proxy");
    }

    pass(SECOND);
    assertThat(unlimited.overdue()).isEmpty();
    pass(Duration.ofSeconds(9));
    assertThat(unlimited.overdue()).hasSize(100);
  }

  private HalfOpenConnections<String> withLimit(int limit) {
    return new HalfOpenConnections<>(new HttpSettings(limit, Duration.ofSeconds(10)), now::get);
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
  }
}
