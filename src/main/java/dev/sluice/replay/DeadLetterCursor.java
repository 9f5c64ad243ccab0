package dev.sluice.replay;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.web.ApiRequest;
import java.time.Instant;

/** Marks where a page of a list ended: at the document that ended at this time. */
record DeadLetterCursor(Instant at, DocumentId id) {

  static DeadLetterCursor of(Document document) {
    Instant ended = document.completedAt();
    return new DeadLetterCursor(ended == null ? document.receivedAt() : ended, document.id());
  }

  /** Reads its text; throws {@link IllegalArgumentException} on anything else. */
  static DeadLetterCursor parse(String text) {
    String[] parts = text.split("_", 2);
    return new DeadLetterCursor(ApiRequest.time(parts[0]), DocumentId.of(parts[parts.length - 1]));
  }

  @Override
  public String toString() {
    return at + "_" + id;
  }
}
