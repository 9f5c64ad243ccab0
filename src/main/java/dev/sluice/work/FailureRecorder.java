package dev.sluice.work;

import dev.sluice.document.Ticket;
import dev.sluice.failure.Failure;
import dev.sluice.failure.FailureCode;
import dev.sluice.ledger.Ledger;
import dev.sluice.ledger.SweeperSettings;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Enters in the ledger what was decided about failed attempts, even if it has to wait for it. */
@Component
public class FailureRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(FailureRecorder.class);

  private final Ledger ledger;
  private final WorkCircuit circuit;
  private final WorkSettings settings;
  private final SweeperSettings sweeper;

  FailureRecorder(
      Ledger ledger, WorkCircuit circuit, WorkSettings settings, SweeperSettings sweeper) {
    this.ledger = ledger;
    this.circuit = circuit;
    this.settings = settings;
    this.sweeper = sweeper;
  }

  /** Gives the document back as if the attempt had not been. */
  public void giveBack(@Body Verdict verdict) {
    insist(() -> ledger.giveBack(verdict.document()));
  }

  /**
   * Notes that there will be another attempt, and gives its ticket. If that is not published the
   * sweeper does it, a little after the attempt is due.
   */
  public Ticket retryLater(@Body Verdict verdict) {
    insist(
        () ->
            ledger.retryLater(
                verdict.document(),
                verdict.failure(),
                verdict.delay().plus(sweeper.publishWithin()),
                verdict.outcome() == Verdict.Outcome.POSTPONED));
    return verdict.ticket();
  }

  /** Ends the document as invalid or dead. */
  public void end(@Body Verdict verdict) {
    insist(() -> ledger.end(verdict.document(), verdict.failure()));
  }

  /** Ends documents whose worker died in each of their attempts. */
  public void endSpent() {
    Failure failure =
        Failure.of(
            FailureCode.ATTEMPTS_SPENT,
            "The worker was gone before the end of each of " + settings.attempts() + " attempts.");
    int ended = ledger.endSpent(settings.attempts(), failure);
    if (ended > 0) {
      LOG.warn("Gave up on {} documents: {}", ended, failure.code().label());
    }
  }

  private void insist(Runnable entry) {
    circuit.insist(
        () -> {
          entry.run();
          return null;
        });
  }
}
