package dev.sluice.work;

import dev.sluice.model.document.Assignment;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.work.Verdict.Outcome;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/** Decides what becomes of a document or part whose attempt failed; the routes carry it out. */
@Component
public class FailureJudge {

  private static final Logger LOG = LoggerFactory.getLogger(FailureJudge.class);

  private final FailureClassifier classifier;
  private final WorkCircuit circuit;
  private final Leases leases;
  private final WorkSettings settings;

  FailureJudge(
      FailureClassifier classifier, WorkCircuit circuit, Leases leases, WorkSettings settings) {
    this.classifier = classifier;
    this.circuit = circuit;
    this.leases = leases;
    this.settings = settings;
  }

  /** The verdict, said once in the log; null for a ticket that never became a document. */
  public Verdict judge(
      @ExchangeProperty("assignment") Assignment assignment,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable exception) {
    Failure failure = classifier.classify(exception);
    if (assignment == null) {
      LOG.error("A ticket could not be worked on: {}", failure.code().label(), exception);
      return null;
    }
    if (WorkCircuit.isOutage(failure.code())) {
      circuit.open(failure.code(), exception);
    }
    Verdict verdict = verdict(assignment, failure);
    if (failure.code() == FailureCode.INTERNAL) {
      LOG.error("Attempt {}: {}", assignment.attempts(), verdict.outcome().label(), exception);
    } else {
      LOG.atLevel(verdict.outcome() == Outcome.DEAD ? Level.WARN : Level.INFO)
          .log(
              "Attempt {}: {} for {}: {}",
              assignment.attempts(),
              verdict.outcome().label(),
              failure.code().label(),
              failure.detail());
    }
    return verdict;
  }

  private Verdict verdict(Assignment assignment, Failure failure) {
    if (failure.code() == FailureCode.SHUTTING_DOWN) {
      return Verdict.of(Outcome.GIVEN_BACK, assignment, failure);
    }
    if (failure.code() == FailureCode.PARSER_YIELDED) {
      return later(Outcome.YIELDED, assignment, failure, 1, assignment.timeSpent());
    }
    if (WorkCircuit.isOutage(failure.code()) && assignment.outages() < settings.outages()) {
      int outages = assignment.outages() + 1;
      return later(Outcome.POSTPONED, assignment, failure, outages, assignment.timeSpent());
    }
    if (failure instanceof Failure.Invalid) {
      return Verdict.of(Outcome.INVALID, assignment, failure);
    }
    // Only time at work counts: a document that waited, or whose worker was away, has it still.
    Duration spent = assignment.timeSpent().plus(leases.heldFor(assignment));
    return isWorthAnotherTry(failure)
            && assignment.attemptsSpent() < settings.attempts()
            && spent.compareTo(settings.deadline()) < 0
        ? later(Outcome.RETRIED, assignment, failure, assignment.attemptsSpent(), spent)
        : Verdict.of(Outcome.DEAD, assignment, failure);
  }

  // A crash may have had another cause than the document, such as a fork killed from outside.
  private static boolean isWorthAnotherTry(Failure failure) {
    return failure instanceof Failure.Transient || failure.code() == FailureCode.PARSER_CRASHED;
  }

  private Verdict later(
      Outcome outcome, Assignment assignment, Failure failure, int failures, Duration spent) {
    Duration delay = settings.retry().delayAfter(failures, ThreadLocalRandom.current());
    return new Verdict(outcome, assignment, failure, spent, delay, RetryLane.after(failures));
  }
}
