package dev.sluice.work;

import dev.sluice.document.Document;
import dev.sluice.document.DocumentId;
import dev.sluice.document.ParserVersion;
import dev.sluice.document.Ticket;
import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import dev.sluice.ledger.AttemptTerms;
import dev.sluice.ledger.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Where a worker hands in a ticket and gets its document, under a lease. */
@Component
public class TicketDesk {

  private final Ledger ledger;
  private final Leases leases;
  private final WorkCircuit circuit;
  private final FairPlaces places;
  private final StopSignal stop;
  private final AttemptTerms terms;
  private final WorkSettings settings;

  TicketDesk(
      Ledger ledger,
      Leases leases,
      WorkCircuit circuit,
      StopSignal stop,
      ParserVersion parser,
      WorkSettings settings) {
    this.ledger = ledger;
    this.leases = leases;
    this.circuit = circuit;
    this.places = new FairPlaces(settings.places());
    this.stop = stop;
    this.terms = settings.terms(parser);
    this.settings = settings;
  }

  /** How many consumers take tickets at once, per queue; read by the routes. */
  public int consumers() {
    return settings.consumers();
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
   * Waits for a place to work at, then claims the ticket's document; both for the time of the
   * exchange. Null if the document is done, gone or somebody else's, as happens with every
   * redelivered ticket. Throws {@link TicketNotTakenException} if Sluice stops meanwhile.
   */
  public Document claim(
      @Body Ticket ticket, @ExchangeProperty("queue") WorkQueue queue, Exchange exchange)
      throws InterruptedException {
    places.enter(queue);
    exchange.getExchangeExtension().addOnCompletion(onDone(places::leave));
    Optional<Document> claimed =
        TicketNotTakenException.unlessStopping(() -> circuit.insist(() -> claim(ticket)));
    claimed.ifPresent(document -> hold(document.id(), exchange));
    return claimed.orElse(null);
  }

  /** Throws FailureException with DEADLINE_EXCEEDED if the document had its time before now. */
  public void requireTime(@ExchangeProperty("document") Document document) {
    if (document.giveUpAt() != null && Instant.now().isAfter(document.giveUpAt())) {
      throw new FailureException(
          FailureCode.DEADLINE_EXCEEDED,
          "Attempts did not end well within " + settings.deadline().toSeconds() + " seconds.");
    }
  }

  private Optional<Document> claim(Ticket ticket) {
    return ledger.claim(ticket.documentId(), terms);
  }

  private void hold(DocumentId id, Exchange exchange) {
    leases.hold(id);
    MDC.put(DocumentId.LOG_KEY, id.toString());
    exchange.getExchangeExtension().addOnCompletion(onDone(() -> letGo(id)));
  }

  private void letGo(DocumentId id) {
    leases.letGo(id);
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
