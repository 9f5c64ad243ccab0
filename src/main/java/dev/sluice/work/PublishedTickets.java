package dev.sluice.work;

import dev.sluice.model.document.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.springframework.stereotype.Component;

/** Aggregator: tickets that were published within a moment become one list. */
@Component
public class PublishedTickets implements AggregationStrategy {

  /** Tickets of documents, or of parts; in the literals of PostgreSQL's arrays. */
  public record TicketBatch(List<Ticket> tickets) {

    /** Whose tickets they are. */
    public String documentIds() {
      return array(ticket -> ticket.documentId().toString());
    }

    /** Which parts of them, in the same order. */
    public String parts() {
      return array(ticket -> String.valueOf(ticket.part()));
    }

    /** Whether they are tickets of parts. */
    public boolean areParts() {
      return tickets.get(0).part() != null;
    }

    private String array(Function<Ticket, String> element) {
      return tickets.stream().map(element).collect(Collectors.joining(",", "{", "}"));
    }
  }

  @Override
  public Exchange aggregate(Exchange before, Exchange latest) {
    Ticket ticket = latest.getProperty("ticket", Ticket.class);
    if (before == null) {
      latest.getMessage().setBody(new TicketBatch(new ArrayList<>(List.of(ticket))));
      return latest;
    }
    before.getMessage().getBody(TicketBatch.class).tickets().add(ticket);
    return before;
  }
}
