package dev.sluice.model.failure;

import java.time.Duration;

/** One failure of one document or request: a code and what exactly was seen, in a sentence. */
public sealed interface Failure {

  /** What went wrong. */
  FailureCode code();

  /** A sentence about what exactly was seen; never content, secrets or stack traces. */
  String detail();

  /**
   * A failure of the surroundings, which may pass.
   *
   * @param retryAfter when it may have passed
   */
  record Transient(FailureCode code, String detail, Duration retryAfter) implements Failure {

    /** Delay after which a transient failure may have passed, if nothing better is known. */
    private static final Duration SOON = Duration.ofSeconds(10);
  }

  /** The document's or the request's fault. */
  record Invalid(FailureCode code, String detail) implements Failure {}

  /** The document harmed a parser. */
  record Poison(FailureCode code, String detail) implements Failure {}

  /** Makes the failure of the code's category; a transient one may have passed in 10 seconds. */
  static Failure of(FailureCode code, String detail) {
    return switch (code.category()) {
      case TRANSIENT -> new Transient(code, detail, Transient.SOON);
      case INVALID -> new Invalid(code, detail);
      case POISON -> new Poison(code, detail);
    };
  }
}
