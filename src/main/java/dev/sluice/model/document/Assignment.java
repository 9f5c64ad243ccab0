package dev.sluice.model.document;

import java.time.Instant;

/** What a worker holds under a lease: a document, or a part of a large one. */
public sealed interface Assignment permits Document, Part {

  /** The document that it is, or is a part of. */
  Document document();

  /** What travels through the queue for it. */
  Ticket ticket();

  /** Attempts that were begun; each has its number, which tells a worker from its successor. */
  int attempts();

  /** Those of them that outages or a stop cut short. */
  int forgiven();

  /** Outages that it met. */
  int outages();

  /** When no further attempt may begin, or null while none has counted. */
  Instant giveUpAt();

  /** The attempts that count. */
  default int attemptsSpent() {
    return attempts() - forgiven();
  }
}
