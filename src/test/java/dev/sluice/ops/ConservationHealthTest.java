package dev.sluice.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.DocumentState;
import dev.sluice.store.ledger.DocumentCounts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.SimpleHttpCodeStatusMapper;
import org.springframework.boot.actuate.health.SimpleStatusAggregator;
import org.springframework.boot.actuate.health.Status;

class ConservationHealthTest {

  private static final Map<DocumentState, Long> STATES =
      Map.of(DocumentState.QUEUED, 2L, DocumentState.PARSING, 1L, DocumentState.DEAD, 4L);

  @Test
  void booksThatBalanceAreUp() {
    Health health = health(10, 3, 0);

    assertThat(health.getStatus()).isEqualTo(Status.UP);
    assertThat(health.getDetails())
        .containsEntry("imbalance", 0L)
        .containsEntry("inFlight", 3L)
        .containsEntry("dead", 4L)
        .containsEntry("deleted", 3L);
  }

  @Test
  void aDocumentUnaccountedForIsToldButTakesNoReplicaOutOfService() {
    Health health = health(11, 3, 0);

    assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(health.getDetails()).containsEntry("imbalance", 1L);
    Status all = new SimpleStatusAggregator().getAggregateStatus(Status.UP, health.getStatus());
    assertThat(new SimpleHttpCodeStatusMapper().getStatusCode(all)).isEqualTo(200);
  }

  @Test
  void aRowThatIsGoneWithoutATraceIsTold() {
    Health health = health(10, 3, 1);

    assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
    assertThat(health.getDetails()).containsEntry("imbalance", 1L);
  }

  private static Health health(long received, long deleted, long lost) {
    Health.Builder builder = new Health.Builder();
    ConservationHealth.tell(builder, new DocumentCounts.Count(STATES, received, deleted, lost));
    return builder.build();
  }
}
