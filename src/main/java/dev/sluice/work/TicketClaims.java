package dev.sluice.work;

import dev.sluice.model.document.Assignment;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.ParserVersion;
import dev.sluice.model.document.Ticket;
import dev.sluice.store.ledger.AttemptTerms;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.store.ledger.Parts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Claims the document or part that a worker's ticket stands for, under a lease. */
@Component
public class TicketClaims {

  private static final Logger LOG = LoggerFactory.getLogger(TicketClaims.class);

  private final Ledger ledger;
  private final Parts parts;
  private final Leases leases;
  private final WorkCircuit circuit;
  private final FairScheduler scheduler;
  private final StopSignal stop;
  private final AttemptTerms terms;
  private final WorkSettings settings;

  TicketClaims(
      Ledger ledger,
      Parts parts,
      Leases leases,
      WorkCircuit circuit,
      StopSignal stop,
      ParserVersion parser,
      WorkSettings settings) {
    this.ledger = ledger;
    this.parts = parts;
    this.leases = leases;
    this.circuit = circuit;
    this.scheduler = new FairScheduler(settings.places());
    this.stop = stop;
    this.terms = settings.terms(parser);
    this.settings = settings;
  }

  /** How many consumers take tickets at once, per queue; read by the routes. */
  public int consumers() {
    return settings.consumers();
  }

  /** Consumers of tickets of parts: enough that no place stays empty at the end. */
  public int partConsumers() {
    return settings.places();
  }

  /**
   * Waits until the ticket is due, with those behind it in its lane, which are due later. Throws
   * {@link TicketNotTakenException} if Sluice stops meanwhile.
   */
  public Ticket awaitDue(@Body Ticket ticket) {
    return TicketNotTakenException.unlessStopping(
        () -> {
          if (ticket.notBefore() != null) {
            stop.waitFor(Duration.between(Instant.now(), ticket.notBefore()));
          }
          return ticket;
        });
  }

  /**
   * Waits for a place to work at, then claims the ticket's document or part; both for the time of
   * the exchange. Null if it is done, gone or leased to another worker, as happens with every
   * redelivered ticket. Throws {@link TicketNotTakenException} if Sluice stops meanwhile.
   */
  public Assignment claim(
      @Body Ticket ticket, @ExchangeProperty("queue") WorkQueue queue, Exchange exchange)
      throws InterruptedException {
    scheduler.enter(queue);
    exchange.getExchangeExtension().addOnCompletion(onDone(scheduler::leave));
    Optional<? extends Assignment> claimed =
        TicketNotTakenException.unlessStopping(() -> circuit.insist(() -> claim(ticket)));
    claimed.ifPresent(assignment -> hold(assignment, exchange));
    return claimed.orElse(null);
  }

  /**
   * Claims the document of the last part, in the place that its worker has. Null if another worker
   * was quicker, or it was cancelled.
   */
  public Document claimWhole(@ExchangeProperty("document") Document split, Exchange exchange) {
    Optional<Document> claimed = ledger.claim(split.id(), terms);
    claimed.ifPresent(document -> hold(document, exchange));
    return claimed.orElse(null);
  }

  private Optional<? extends Assignment> claim(Ticket ticket) {
    stop.requireNotRaised();
    return ticket.part() == null
        ? ledger.claim(ticket.documentId(), terms)
        : parts.claim(ticket, terms);
  }

  private void hold(Assignment assignment, Exchange exchange) {
    leases.hold(assignment);
    MDC.put(DocumentId.LOG_KEY, assignment.document().id().toString());
    LOG.info("Claimed {}: attempt {}", name(assignment), assignment.attempts());
    exchange.getExchangeExtension().addOnCompletion(onDone(() -> letGo(assignment)));
  }

  private static String name(Assignment assignment) {
    Integer part = assignment.ticket().part();
    return part == null ? "as a whole" : "part " + part;
  }

  private void letGo(Assignment assignment) {
    leases.letGo(assignment);
    MDC.remove(DocumentId.LOG_KEY);
  }

  private static SynchronizationAdapter onDone(Runnable action) {
    return new SynchronizationAdapter() {
      @Override
      public void onDone(Exchange done) {
        action.run();
      }
    };
  }
}
