package dev.sluice.work;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.function.Supplier;

/**
 * Leaves a ticket in the queue for the next consumer, because Sluice stops before it has taken it.
 */
public final class TicketNotTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private TicketNotTakenException(FailureException cause) {
    super("Sluice is stopping", cause);
  }

  /** The result of the step; throws this if Sluice stops in it. */
  static <T> T unlessStopping(Supplier<T> step) {
    try {
      return step.get();
    } catch (FailureException e) {
      throw e.failure().code() == FailureCode.SHUTTING_DOWN ? new TicketNotTakenException(e) : e;
    }
  }
}
