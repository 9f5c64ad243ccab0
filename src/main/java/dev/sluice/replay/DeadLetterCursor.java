package dev.sluice.replay;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Marks where a page of a list ended: at the document that ended at this time. */
record DeadLetterCursor(Instant at, DocumentId id) {

  static DeadLetterCursor of(Document document) {
    Instant ended = document.completedAt();
    return new DeadLetterCursor(ended == null ? document.receivedAt() : ended, document.id());
  }

  /** Reads its text; throws {@link IllegalArgumentException} on anything else. */
  static DeadLetterCursor parse(String text) {
    String[] parts = text.split("_", 2);
    try {
      return new DeadLetterCursor(Instant.parse(parts[0]), DocumentId.of(parts[parts.length - 1]));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("not a position", e);
    }
  }

  @Override
  public String toString() {
    return at + "_" + id;
  }
}
