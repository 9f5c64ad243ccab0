package dev.sluice.replay;

import dev.sluice.document.Document;
import dev.sluice.document.DocumentId;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Where a part of a list ended: at the document that ended at this time. */
record Position(Instant at, DocumentId id) {

  static Position of(Document document) {
    Instant ended = document.completedAt();
    return new Position(ended == null ? document.receivedAt() : ended, document.id());
  }

  /** Reads its text; throws {@link IllegalArgumentException} on anything else. */
  static Position parse(String text) {
    String[] parts = text.split("_", 2);
    try {
      return new Position(Instant.parse(parts[0]), DocumentId.of(parts[parts.length - 1]));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a position", e);
    }
  }

  @Override
  public String toString() {
    return at + "_" + id;
  }
}
