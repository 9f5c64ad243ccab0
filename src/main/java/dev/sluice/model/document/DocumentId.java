package dev.sluice.model.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.uuid.Generators;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Names a document: a UUID of version 7 (RFC 9562), so that ids sort by the time they were made.
 */
public record DocumentId(UUID value) {

  /** The name under which logs carry it (MDC). */
  public static final String LOG_KEY = "documentId";

  /** Refuses null. */
  public DocumentId {
    Objects.requireNonNull(value, "value");
  }

  /** Makes a new id from the clock. */
  public static DocumentId next() {
    return new DocumentId(Generators.timeBasedEpochRandomGenerator().generate());
  }

  /** Reads the 36 character form; throws {@link IllegalArgumentException} on anything else. */
  @JsonCreator
  public static DocumentId of(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("not a document id"));
  }

  /** Reads the 36 character form; empty on anything else. */
  public static Optional<DocumentId> parse(String text) {
    if (text == null || text.length() != 36) {
      return Optional.empty();
    }
    try {
      return Optional.of(new DocumentId(UUID.fromString(text)));
    } catch (IllegalArgumentException notHexadecimal) {
      return Optional.empty();
    }
  }

  @Override
  @JsonValue
  public String toString() {
    return value.toString();
  }
}
