package dev.sluice.work;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A document that a worker has taken, at its first attempt. */
final class ClaimedDocument {

  private ClaimedDocument() {}

  static Document of(DocumentId id, long bytes) {
    return new Document(
        id,
        "me",
        "",
        bytes,
        "a.pdf",
        "application/pdf",
        Origin.HTTP,
        null,
        Lane.BULK,
        "auto",
        DocumentState.PARSING,
        1,
        0,
        0,
        Duration.ZERO,
        null,
        null,
        null,
        0,
        List.of(),
        null,
        "key",
        Instant.now(),
        null,
        null,
        null,
        null);
  }
}
