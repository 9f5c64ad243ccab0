package dev.sluice.results.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.DocumentId;
import dev.sluice.results.read.LaneQueue.Waiting;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneQueueTest {

  private final Waiting first = waiting("greedy");
  private final Waiting second = waiting("greedy");
  private final Waiting third = waiting("greedy");
  private final Waiting ofAnother = waiting("ada");
  private final LaneQueue queue = LaneQueue.of(List.of(first, second, third, ofAnother), 2);

  @Test
  void whoeverCameFirstIsFirst() {
    assertThat(queue.position(first)).isEqualTo(1);
    assertThat(queue.position(second)).isEqualTo(2);
    assertThat(queue.position(third)).isEqualTo(3);
  }

  @Test
  void noMoreThanTheShareOfAnotherOwnerIsBefore() {
    assertThat(queue.position(ofAnother)).isEqualTo(3);
  }

  @Test
  void whatCameJustNowIsLast() {
    assertThat(queue.position(waiting("bob"))).isEqualTo(4);
    assertThat(queue.position(waiting("greedy"))).isEqualTo(5);
  }

  private static Waiting waiting(String owner) {
    return new Waiting(DocumentId.next(), owner);
  }
}
