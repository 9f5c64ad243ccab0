package dev.sluice.work;

import dev.sluice.model.document.Part;
import dev.sluice.model.document.Ticket;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.store.ledger.OverdueParts;
import dev.sluice.store.ledger.Parts;
import dev.sluice.store.ledger.SweeperSettings;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Body;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Enters the verdicts on failed attempts in the ledger, and waits for the ledger if need be. */
@Component
public class FailureRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(FailureRecorder.class);

  private final Ledger ledger;
  private final Parts parts;
  private final OverdueParts overdue;
  private final WorkCircuit circuit;
  private final WorkSettings settings;
  private final SweeperSettings sweeper;

  FailureRecorder(
      Ledger ledger,
      Parts parts,
      OverdueParts overdue,
      WorkCircuit circuit,
      WorkSettings settings,
      SweeperSettings sweeper) {
    this.ledger = ledger;
    this.parts = parts;
    this.overdue = overdue;
    this.circuit = circuit;
    this.settings = settings;
    this.sweeper = sweeper;
  }

  /** Gives it back as if the attempt had not been. */
  public void giveBack(@Body Verdict verdict) {
    giveBack(verdict, Duration.ZERO);
  }

  private void giveBack(Verdict verdict, Duration within) {
    insist(
        () -> {
          if (verdict.assignment() instanceof Part part) {
            parts.giveBack(part, within);
          } else {
            ledger.giveBack(verdict.assignment().document(), within);
          }
        });
  }

  /**
   * Leaves a ticket for later that may not be worked on now: the same, when it is due. Null if it
   * stands for nothing that waits.
   */
  public Ticket defer(@Body Ticket ticket) {
    Duration delay = settings.retry().first();
    Duration within = delay.plus(sweeper.publishWithin());
    boolean waits =
        circuit.insist(
            () ->
                ticket.part() == null
                    ? ledger.defer(ticket.documentId(), within)
                    : parts.defer(ticket, within));
    return waits ? ticket.dueAt(Instant.now().plus(delay)) : null;
  }

  /**
   * Notes that there will be another attempt, and gives its ticket. If that is not published the
   * sweeper does it, a little after the attempt is due.
   */
  public Ticket retryLater(@Body Verdict verdict) {
    Duration within = verdict.delay().plus(sweeper.publishWithin());
    if (verdict.outcome() == Verdict.Outcome.YIELDED) {
      giveBack(verdict, within);
      return verdict.ticket();
    }
    Duration spent = verdict.timeSpent();
    boolean forgive = verdict.outcome() == Verdict.Outcome.POSTPONED;
    insist(
        () -> {
          if (verdict.assignment() instanceof Part part) {
            parts.retryLater(part, verdict.failure(), spent, within, forgive);
          } else {
            ledger.retryLater(
                verdict.assignment().document(), verdict.failure(), spent, within, forgive);
          }
        });
    return verdict.ticket();
  }

  /** Ends the document as invalid or dead, whichever of its parts it was. */
  public void end(@Body Verdict verdict) {
    insist(
        () -> {
          if (verdict.assignment() instanceof Part part) {
            parts.end(part, verdict.failure());
          } else {
            ledger.end(verdict.assignment().document(), verdict.failure());
          }
        });
  }

  /** Ends documents whose worker died in each of their attempts. */
  public void endSpent() {
    Failure failure =
        Failure.of(
            FailureCode.ATTEMPTS_SPENT,
            "The worker was gone before the end of each of " + settings.attempts() + " attempts.");
    int ended =
        ledger.endSpent(settings.attempts(), failure)
            + overdue.endSpent(settings.attempts(), failure);
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
