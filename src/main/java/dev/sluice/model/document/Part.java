package dev.sluice.model.document;

import java.time.Duration;

/**
 * Pages of a large document, as a worker has claimed them.
 *
 * @param document as it was when it was split
 * @param number from 1, in the order of the pages
 * @param plan what was found out about the document when it was split
 * @param before what the parts that are done have cost
 */
public record Part(
    Document document,
    int number,
    PageRange pages,
    PartPlan plan,
    PartCost before,
    int attempts,
    int forgiven,
    int outages,
    Duration timeSpent)
    implements Assignment {

  @Override
  public Ticket ticket() {
    return document.ticket().ofPart(number);
  }
}
