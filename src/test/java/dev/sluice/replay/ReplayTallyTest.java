package dev.sluice.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ReplayTallyTest {

  @Test
  void everyDocumentIsCountedOnce() {
    // Given
    ReplayTally tally = new ReplayTally();
    tally.add("waiting", null, 1);
    tally.add("started", null, 2);
    tally.add("completed", null, 3);
    tally.add("dead", "internal", 4);
    tally.add("invalid", "unreadable", 5);
    tally.add("cancelled", null, 6);
    tally.add("deleted", null, 7);
    tally.add("expired", null, 8);
    tally.add("skipped", null, 9);
    tally.add("called-off", null, 10);

    // Then
    assertThat(tally.result())
        .isEqualTo(
            new ReplayResult(
                55, 1, 35, 2, 3, Map.of("internal", 4L, "unreadable", 5L), 21, 9, 10, false));
  }

  @Test
  void aReplayOfNothingIsFinished() {
    assertThat(new ReplayTally().result().finished()).isTrue();
  }
}
