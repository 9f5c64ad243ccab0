package dev.sluice.work;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Ticket;
import dev.sluice.store.ledger.DocumentCounts;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;

/**
 * Decides in which queue a ticket waits, so that one owner's many documents do not delay another's.
 */
@Component
public class FairShare {

  /** Largest age of a count; later tickets are added to it. */
  private static final Duration FRESH = Duration.ofMillis(250);

  private final DocumentCounts counts;
  private final WorkSettings settings;
  private final Cache<String, AtomicLong> unfinished =
      Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(10_000).build();

  FairShare(DocumentCounts counts, WorkSettings settings) {
    this.counts = counts;
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
    if (unfinishedWith(ticket) > settings.share()) {
      return WorkQueue.BACKLOG;
    }
    return ticket.lane() == Lane.BULK ? WorkQueue.BULK : WorkQueue.INTERACTIVE;
  }

  // Counted with the ticket's own document, which stands in the ledger already.
  private long unfinishedWith(Ticket ticket) {
    return unfinished.get(ticket.owner(), this::countOthers).incrementAndGet();
  }

  private AtomicLong countOthers(String owner) {
    return new AtomicLong(counts.unfinishedOf(owner, settings.share() + 1L) - 1);
  }
}
