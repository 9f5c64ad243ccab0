package dev.sluice.model.failure;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Finds the failure behind any exception. */
public final class FailureClassifier {

  private final List<FailureRule> rules;

  /** Asks the rules about each exception and its causes, the outermost first. */
  public FailureClassifier(List<FailureRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** The failure that the exception or its causes carry or stand for. */
  public Failure classify(Throwable exception) {
    for (Throwable cause : causes(exception)) {
      if (cause instanceof FailureException known) {
        return known.failure();
      }
    }
    return Failure.of(codeOf(exception), describe(exception));
  }

  private FailureCode codeOf(Throwable exception) {
    return causes(exception).stream()
        .flatMap(cause -> rules.stream().flatMap(rule -> rule.codeOf(cause).stream()))
        .findFirst()
        .orElse(FailureCode.INTERNAL);
  }

  // Only the class: messages of other libraries may hold content, addresses or secrets.
  private static String describe(Throwable exception) {
    List<Throwable> causes = causes(exception);
    return "Caused by " + causes.get(causes.size() - 1).getClass().getSimpleName() + ".";
  }

  private static List<Throwable> causes(Throwable exception) {
    return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).toList();
  }
}
