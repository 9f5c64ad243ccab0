package dev.sluice.web.access;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A caller's role, which decides what it may do. */
public enum Role {
  /** Sends documents and reads its own. */
  USER,
  /** Runs Sluice: keys, console, metrics. */
  OPS;

  /** The name used in the API and the database. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a label; throws {@link IllegalArgumentException} on an unknown one. */
  @JsonCreator
  public static Role of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
