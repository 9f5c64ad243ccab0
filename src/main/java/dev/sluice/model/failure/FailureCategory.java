package dev.sluice.model.failure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whose fault a failure is, and so what becomes of the document. */
public enum FailureCategory {
  /** The world's: store, database, broker, network. Tried again. */
  TRANSIENT,
  /** The document's or the request's. Trying again would end the same. */
  INVALID,
  /** The document harmed a parser. */
  POISON;

  /** The name used in the API and the metrics. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
