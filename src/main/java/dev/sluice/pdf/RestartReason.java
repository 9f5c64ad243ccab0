package dev.sluice.pdf;

import dev.sluice.model.failure.FailureCode;
import java.util.Locale;

/** Why a fork was replaced. */
public enum RestartReason {
  /** A document took too long. */
  TIMEOUT,
  /** A document made no progress. */
  STALLED,
  /** It died, or talked nonsense. */
  CRASHED,
  /** Its heap was too small for a document. */
  OUT_OF_MEMORY,
  /** Its document was ended from outside: it had to make room, or ops stopped it. */
  INTERRUPTED,
  /** It had served long enough. */
  RECYCLED;

  /** The name used in the metrics, e.g. {@code out-of-memory}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RestartReason of(FailureCode code) {
    return switch (code) {
      case PARSER_TIMEOUT -> TIMEOUT;
      case PARSER_STALLED -> STALLED;
      case PARSER_OUT_OF_MEMORY -> OUT_OF_MEMORY;
      default -> CRASHED;
    };
  }
}
