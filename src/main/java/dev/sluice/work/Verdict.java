package dev.sluice.work;

import dev.sluice.model.document.Assignment;
import dev.sluice.model.document.Ticket;
import dev.sluice.model.failure.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * The decision about a document, or a part of one, whose attempt failed.
 *
 * @param timeSpent on all attempts that count, with this one if it does
 * @param delay before the next attempt, if there is one
 * @param lane where its ticket waits for it
 */
public record Verdict(
    Outcome outcome,
    Assignment assignment,
    Failure failure,
    Duration timeSpent,
    Duration delay,
    RetryLane lane) {

  /** The possible decisions. */
  public enum Outcome {
    /** Sluice stops: another replica goes on at once, and the attempt does not count. */
    GIVEN_BACK,
    /** It held a fork that others want: tried again later, and the attempt does not count. */
    YIELDED,
    /** An outage: tried again later, and the attempt does not count. */
    POSTPONED,
    /** Tried again later. */
    RETRIED,
    /** The document itself cannot be processed. */
    INVALID,
    /** Given up. */
    DEAD;

    /** The name used in routes and metrics. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A verdict after which there is no further attempt here. */
  static Verdict of(Outcome outcome, Assignment assignment, Failure failure) {
    return new Verdict(outcome, assignment, failure, null, null, null);
  }

  /** The ticket of the next attempt. */
  Ticket ticket() {
    return assignment.ticket().againAt(Instant.now().plus(delay));
  }
}
