package dev.sluice.model.failure;

import java.util.Optional;

/** Knows the exceptions of one library or system that Sluice depends on. */
public interface FailureRule {

  /** The failure that the exception itself, without its causes, stands for; empty if not known. */
  Optional<FailureCode> codeOf(Throwable exception);
}
