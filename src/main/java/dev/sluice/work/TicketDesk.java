package dev.sluice.work;

import dev.sluice.document.Document;
import dev.sluice.document.DocumentId;
import dev.sluice.document.Ticket;
import dev.sluice.ledger.Ledger;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Where a worker hands in a ticket and gets its document, under a lease. */
@Component
public class TicketDesk {

  private final Ledger ledger;
  private final Leases leases;
  private final WorkSettings settings;

  TicketDesk(Ledger ledger, Leases leases, WorkSettings settings) {
    this.ledger = ledger;
    this.leases = leases;
    this.settings = settings;
  }

  /** How many consumers take tickets at once, per lane; read by the routes. */
  public int consumers() {
    return settings.consumers();
  }

  /**
   * Claims the ticket's document for the time of the exchange; null if it is done, gone or somebody
   * else's, as happens with every redelivered ticket.
   */
  public Document claim(@Body Ticket ticket, Exchange exchange) {
    DocumentId id = ticket.documentId();
    Optional<Document> claimed = ledger.claim(id, settings.lease(), settings.attempts());
    if (claimed.isPresent()) {
      leases.hold(id);
      MDC.put(DocumentId.LOG_KEY, id.toString());
      exchange.getExchangeExtension().addOnCompletion(letGo(id));
    }
    return claimed.orElse(null);
  }

  private SynchronizationAdapter letGo(DocumentId id) {
    return new SynchronizationAdapter() {
      @Override
      public void onDone(Exchange done) {
        leases.letGo(id);
        MDC.remove(DocumentId.LOG_KEY);
      }
    };
  }
}
