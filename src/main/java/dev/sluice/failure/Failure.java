package dev.sluice.failure;

/** One failure of one document or request: a code and what exactly was seen, in a sentence. */
public sealed interface Failure {

  /** What went wrong. */
  FailureCode code();

  /** What exactly was seen; never content, secrets or stack traces. */
  String detail();

  /** The world's fault. */
  record Transient(FailureCode code, String detail) implements Failure {}

  /** The document's or the request's fault. */
  record Invalid(FailureCode code, String detail) implements Failure {}

  /** The document harmed a parser. */
  record Poison(FailureCode code, String detail) implements Failure {}

  /** Makes the failure of the code's category. */
  static Failure of(FailureCode code, String detail) {
    return switch (code.category()) {
      case TRANSIENT -> new Transient(code, detail);
      case INVALID -> new Invalid(code, detail);
      case POISON -> new Poison(code, detail);
    };
  }
}
