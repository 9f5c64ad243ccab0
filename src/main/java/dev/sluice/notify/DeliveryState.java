package dev.sluice.notify;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
  /** It is sent, or will be. */
  PENDING,
  /** Its receiver said so. */
  DELIVERED,
  /** Given up, until somebody has it sent again. */
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
