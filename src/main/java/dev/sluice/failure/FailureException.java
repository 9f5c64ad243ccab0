package dev.sluice.failure;

/** Carries a {@link Failure} up to whoever turns it into a state or a response. */
public final class FailureException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Failure failure;

  /** For a failure that was noticed by a check. */
  public FailureException(FailureCode code, String detail) {
    this(code, detail, null);
  }

  /** For a failure that another exception caused. */
  public FailureException(FailureCode code, String detail, Throwable cause) {
    super(code.label() + ": " + detail, cause);
    this.failure = Failure.of(code, detail);
  }

  /** What went wrong. */
  public Failure failure() {
    return failure;
  }
}
