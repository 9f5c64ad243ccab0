package dev.sluice.model.document;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The door by which a document came in. */
public enum Origin {
  /** Uploaded to the API. */
  HTTP,
  /** Dropped into a bucket. */
  S3,
  /** Dropped into a folder of an SFTP server. */
  SFTP;

  /** The name used in the API and the ledger. */
  @JsonValue
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a label; throws {@link IllegalArgumentException} on an unknown one. */
  public static Origin of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
