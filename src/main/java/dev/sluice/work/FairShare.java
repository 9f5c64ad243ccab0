package dev.sluice.work;

import dev.sluice.document.Lane;
import dev.sluice.document.Ticket;
import dev.sluice.ledger.Census;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/** Decides in which queue a ticket waits, so that one owner's thousand don't hold up another's. */
@Component
public class FairShare {

  private final Census census;
  private final WorkSettings settings;

  FairShare(Census census, WorkSettings settings) {
    this.census = census;
    this.settings = settings;
  }

  /**
   * The queue of parts, or of the ticket's lane, or the backlog while its owner has its share
   * waiting.
   */
  public WorkQueue queueOf(@Body Ticket ticket) {
    if (ticket.part() != null) {
      return WorkQueue.PARTS;
    }
    if (census.unfinishedOf(ticket.owner(), settings.share() + 1L) > settings.share()) {
      return WorkQueue.BACKLOG;
    }
    return ticket.lane() == Lane.BULK ? WorkQueue.BULK : WorkQueue.INTERACTIVE;
  }
}
