package dev.sluice.model.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The state of a document: {@code received → queued → parsing → completed}, or one of the others.
 */
public enum DocumentState {
  /** Claim and ledger row are safe; the ticket is not known to be on the queue. */
  RECEIVED,
  /** A ticket is on the queue. */
  QUEUED,
  /** A worker holds the lease. */
  PARSING,
  /** The attempt failed; it is tried again when its delay is over. */
  RETRYING,
  /** The results are in the database. */
  COMPLETED,
  /** The document itself cannot be processed. */
  INVALID,
  /** Given up: it harmed the parser, or its attempts are spent. */
  DEAD,
  /** Called off by its owner. */
  CANCELLED,
  /** Removed by the retention rules. */
  EXPIRED;

  /** True when the document changes no more unless its owner or ops ask for it. */
  public boolean isFinal() {
    return switch (this) {
      case RECEIVED, QUEUED, PARSING, RETRYING -> false;
      case COMPLETED, INVALID, DEAD, CANCELLED, EXPIRED -> true;
    };
  }

  /** The name used in the API, the ledger and the metrics. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a label; throws {@link IllegalArgumentException} on an unknown one. */
  public static DocumentState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
