package dev.sluice.model.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The queue a document waits in. */
public enum Lane {
  /** A caller waits for the result. */
  INTERACTIVE,
  /** No caller waits; throughput counts. */
  BULK;

  /** The name used in the API, the ledger and the topic names. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a label; throws {@link IllegalArgumentException} on an unknown one. */
  @JsonCreator
  public static Lane of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
