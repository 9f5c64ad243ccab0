package dev.sluice.model.failure;

/** Hears of what failed, so that a server which fails again and again is told once. */
public interface ServerFailures {

  /** Takes note of a failure and of the exception behind it. */
  void failed(FailureCode code, Throwable cause);

  /** Whether failures of this code are those of a trouble that is in the log already. */
  boolean isKnown(FailureCode code);
}
