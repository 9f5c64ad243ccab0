package dev.sluice.intake.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.sluice.model.document.DocumentState;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the documents of a batch.
 *
 * @param withGaps those of the completed ones that lack pages
 */
record BatchCounts(Map<DocumentState, Long> byState, long withGaps) {

  long of(DocumentState state) {
    return byState.getOrDefault(state, 0L);
  }

  long total() {
    return byState.values().stream().mapToLong(Long::longValue).sum();
  }

  long unfinished() {
    return byState.entrySet().stream()
        .filter(each -> !each.getKey().isFinal())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** All states, also those in which no document is. */
  @JsonValue
  Map<String, Long> view() {
    Map<String, Long> view = new LinkedHashMap<>();
    view.put("total", total());
    for (DocumentState state : DocumentState.values()) {
      view.put(state.label(), of(state));
    }
    view.put("withGaps", withGaps);
    return view;
  }
}
