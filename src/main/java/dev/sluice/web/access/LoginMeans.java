package dev.sluice.web.access;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody logs in with. */
public enum LoginMeans {
  /** The ops password. */
  PASSWORD,
  /** An API key. */
  KEY,
  /** A token that is good once. */
  INVITATION;

  /** The name used in metrics and messages. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
