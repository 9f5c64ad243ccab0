package dev.sluice.intake.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.DocumentState;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchStatusTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0, 0, empty",
    "received, 0, 0, running",
    "completed queued, 0, 0, running",
    "completed parsing, 3, 0, running",
    "invalid retrying, 0, 0, running",
    "completed completed, 0, 0, completed",
    "completed completed, 0, 1, partial",
    "completed, 1, 0, partial",
    "completed invalid, 0, 0, partial",
    "completed dead, 0, 0, partial",
    "completed cancelled, 0, 0, partial",
    "completed expired, 0, 0, partial",
    "invalid dead cancelled, 0, 0, failed",
    "'', 2, 0, failed",
    "expired expired, 0, 0, expired",
    "expired dead, 1, 0, expired",
  })
  void aBatchStandsAsItsDocumentsDo(String states, long refused, long withGaps, String status) {
    BatchStatus found = BatchStatus.of(counts(states, withGaps), refused);

    assertThat(found.label()).isEqualTo(status);
    assertThat(found.isFinal()).isNotEqualTo(status.equals("empty") || status.equals("running"));
  }

  private static BatchCounts counts(String states, long withGaps) {
    Map<DocumentState, Long> byState =
        Arrays.stream(states.split(" "))
            .filter(state -> !state.isEmpty())
            .map(DocumentState::of)
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return new BatchCounts(byState, withGaps);
  }
}
