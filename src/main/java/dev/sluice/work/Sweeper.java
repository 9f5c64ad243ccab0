package dev.sluice.work;

import dev.sluice.model.document.ParserVersion;
import dev.sluice.model.document.Ticket;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.store.ledger.OverdueParts;
import dev.sluice.store.ledger.Splits;
import dev.sluice.store.ledger.SweeperSettings;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds overdue documents, and overdue parts of them. Any number of replicas may sweep at once. */
@Component
public class Sweeper {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private final Ledger ledger;
  private final OverdueParts parts;
  private final Splits splits;
  private final ParserVersion parser;
  private final StopSignal stop;
  private final WorkCircuit circuit;
  private final WorkSettings work;
  private final SweeperSettings settings;

  Sweeper(
      Ledger ledger,
      OverdueParts parts,
      Splits splits,
      ParserVersion parser,
      StopSignal stop,
      WorkCircuit circuit,
      WorkSettings work,
      SweeperSettings settings) {
    this.ledger = ledger;
    this.parts = parts;
    this.splits = splits;
    this.parser = parser;
    this.stop = stop;
    this.circuit = circuit;
    this.work = work;
    this.settings = settings;
  }

  /** How long a published ticket is trusted to the queue, as PostgreSQL reads it. */
  public String requeueAfter() {
    return settings.requeueAfterInterval();
  }

  /**
   * A batch of tickets to publish again; empty when there are no more, while the queue is out, and
   * when Sluice stops. What this replica gives back then is for others, or its next start.
   */
  public List<Ticket> takeOverdue() {
    if (stop.isRaised() || circuit.isQueueOut()) {
      return List.of();
    }
    splits.restartOutdated(parser);
    int attempts = work.attempts();
    List<Ticket> overdue =
        Stream.concat(
                ledger.takeOverdue(attempts, settings.batch(), settings.publishWithin()).stream(),
                parts.takeOverdue(attempts, settings.batch(), settings.publishWithin()).stream())
            .toList();
    if (!overdue.isEmpty()) {
      LOG.info("Publishing {} overdue tickets", overdue.size());
    }
    return overdue;
  }
}
