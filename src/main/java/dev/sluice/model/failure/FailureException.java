package dev.sluice.model.failure;

import java.util.Map;

/** Carries a {@link Failure} up to whoever turns it into a state or a response. */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;
  private final transient Map<String, Object> facts;

  /** For a failure that was noticed by a check. */
  public FailureException(FailureCode code, String detail) {
    this(code, detail, null);
  }

  /** For a failure that another exception caused. */
  public FailureException(FailureCode code, String detail, Throwable cause) {
    this(Failure.of(code, detail), Map.of(), cause);
  }

  /** For a failure that has more than a code and a detail. */
  public FailureException(Failure failure) {
    this(failure, Map.of(), null);
  }

  /** For a failure whose report carries further facts, e.g. the document's state. */
  public FailureException(Failure failure, Map<String, ?> facts) {
    this(failure, facts, null);
  }

  private FailureException(Failure failure, Map<String, ?> facts, Throwable cause) {
    super(failure.code().label() + ": " + failure.detail(), cause);
    this.failure = failure;
    this.facts = Map.copyOf(facts);
  }

  /** What went wrong. */
  public Failure failure() {
    return failure;
  }

  /** Further facts for the report, by name. */
  public Map<String, Object> facts() {
    return facts;
  }
}
