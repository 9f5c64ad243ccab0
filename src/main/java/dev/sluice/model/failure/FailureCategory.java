package dev.sluice.model.failure;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Tells who is at fault, which decides what becomes of the document. */
public enum FailureCategory {
  /** The surroundings are at fault: store, database, broker, network. The attempt is repeated. */
  TRANSIENT,
  /** The document or the request is at fault. Another attempt would end the same. */
  INVALID,
  /** The document harmed a parser. */
  POISON;

  /** The name used in the API and the metrics. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
