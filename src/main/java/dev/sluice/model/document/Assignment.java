package dev.sluice.model.document;

import java.time.Duration;

/** A document, or a part of a large one, that a worker holds under a lease. */
public sealed interface Assignment permits Document, Part {

  /** The document itself, or the one that the part belongs to. */
  Document document();

  /** The ticket that stands for it in the queue. */
  Ticket ticket();

  /** Number of attempts that were begun; it tells a worker from its successor. */
  int attempts();

  /** Number of those attempts that outages or a stop cut short. */
  int forgiven();

  /** Number of outages that it met. */
  int outages();

  /** How long the earlier attempts that count took in all. */
  Duration timeSpent();

  /** Number of attempts that count. */
  default int attemptsSpent() {
    return attempts() - forgiven();
  }
}
