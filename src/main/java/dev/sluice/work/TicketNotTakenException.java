package dev.sluice.work;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.function.Supplier;

/** Sluice stops before it has taken a ticket: it stays in the queue, for whoever consumes next. */
public final class TicketNotTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private TicketNotTakenException(FailureException cause) {
    super("Sluice is stopping", cause);
  }

  /** What the step gives; if Sluice stops in it, throws this. */
  static <T> T unlessStopping(Supplier<T> step) {
    try {
      return step.get();
    } catch (FailureException e) {
      throw e.failure().code() == FailureCode.SHUTTING_DOWN ? new TicketNotTakenException(e) : e;
    }
  }
}
