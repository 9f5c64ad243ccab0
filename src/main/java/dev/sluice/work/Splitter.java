package dev.sluice.work;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PartPlan;
import dev.sluice.model.document.Ticket;
import dev.sluice.store.ledger.SplitSettings;
import dev.sluice.store.ledger.Splits;
import dev.sluice.store.ledger.SweeperSettings;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Splits large documents into parts, which are then worked on one by one. */
@Component
public class Splitter {

  private static final Logger LOG = LoggerFactory.getLogger(Splitter.class);

  private final Splits splits;
  private final SplitSettings settings;
  private final SweeperSettings sweeper;

  Splitter(Splits splits, SplitSettings settings, SweeperSettings sweeper) {
    this.splits = splits;
    this.settings = settings;
    this.sweeper = sweeper;
  }

  /** Enters the parts in the ledger; the tickets to publish, none if the lease was lost. */
  public List<Ticket> split(@ExchangeProperty("document") Document document, PartPlan plan) {
    List<PageRange> ranges = PageRange.split(plan.metadata().pageCount(), settings.rangePages());
    if (!splits.split(document, plan, ranges, sweeper.publishWithin())) {
      return List.of();
    }
    LOG.info("Split {} pages into {} parts", plan.metadata().pageCount(), ranges.size());
    return IntStream.rangeClosed(1, ranges.size()).mapToObj(document.ticket()::ofPart).toList();
  }
}
