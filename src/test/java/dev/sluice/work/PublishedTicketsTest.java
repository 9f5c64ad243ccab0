package dev.sluice.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Ticket;
import dev.sluice.work.PublishedTickets.TicketBatch;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class PublishedTicketsTest {

  private final CamelContext camel = new DefaultCamelContext();
  private final PublishedTickets tickets = new PublishedTickets();

  @Test
  void ticketsOfDocumentsBecomeOneArrayOfIds() {
    Ticket first = ticket();
    Ticket second = ticket();

    TicketBatch batch = collected(first, second);

    assertThat(batch.areParts()).isFalse();
    assertThat(batch.documentIds())
        .isEqualTo("{" + first.documentId() + "," + second.documentId() + "}");
  }

  @Test
  void ofPartsTheirNumbersStandInTheSameOrder() {
    Ticket large = ticket();

    TicketBatch batch = collected(large.ofPart(7), large.ofPart(3));

    assertThat(batch.areParts()).isTrue();
    assertThat(batch.parts()).isEqualTo("{7,3}");
    assertThat(batch.tickets()).extracting(Ticket::documentId).containsOnly(large.documentId());
  }

  private TicketBatch collected(Ticket... published) {
    Exchange collected = null;
    for (Ticket ticket : List.of(published)) {
      Exchange exchange = new DefaultExchange(camel);
      exchange.setProperty("ticket", ticket);
      collected = tickets.aggregate(collected, exchange);
    }
    return collected.getMessage().getBody(TicketBatch.class);
  }

  private static Ticket ticket() {
    return new Ticket(DocumentId.next(), "me", Lane.BULK);
  }
}
