package dev.sluice.notify;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The state of a delivery. */
public enum DeliveryState {
  /** It is sent, or will be. */
  PENDING,
  /** The receiver confirmed it. */
  DELIVERED,
  /** Given up, until its owner has it sent again. */
  DEAD;

  /** The name used in the API, the database and the metrics. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a label; throws {@link IllegalArgumentException} on an unknown one. */
  public static DeliveryState of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
