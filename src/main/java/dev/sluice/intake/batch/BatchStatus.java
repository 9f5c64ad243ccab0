package dev.sluice.intake.batch;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.sluice.model.document.DocumentState;
import java.util.Locale;

/** The state of a batch as a whole. */
enum BatchStatus {
  /** Nothing has come. */
  EMPTY,
  /** Some documents have not ended. */
  RUNNING,
  /** Every file is a completed document with all its pages. */
  COMPLETED,
  /** There are completed documents; others, or pages, or files that were refused are missing. */
  PARTIAL,
  /** No document was completed. */
  FAILED,
  /** Its documents were removed by the retention rules. */
  EXPIRED;

  static BatchStatus of(BatchCounts counts, long refused) {
    if (counts.total() + refused == 0) {
      return EMPTY;
    }
    if (counts.unfinished() > 0) {
      return RUNNING;
    }
    long completed = counts.of(DocumentState.COMPLETED);
    if (completed == 0) {
      return counts.of(DocumentState.EXPIRED) > 0 ? EXPIRED : FAILED;
    }
    return completed == counts.total() + refused && counts.withGaps() == 0 ? COMPLETED : PARTIAL;
  }

  /** Whether it changes no more by itself. */
  boolean isFinal() {
    return this != EMPTY && this != RUNNING;
  }

  @JsonValue
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
