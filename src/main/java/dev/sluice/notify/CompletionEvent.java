package dev.sluice.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import java.time.Instant;
import java.util.UUID;

/**
 * A document came into a final state. It says which and how, but nothing of what is in it. A ping
 * has no document, and nothing that follows from one.
 *
 * @param id names the event, however often it comes
 * @param type {@code document.<state>} or {@code ping}
 * @param failureCode label of the failure that ended it, or null
 * @param attempts that were spent on it
 * @param pages that it has, or null if nobody knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder("schemaVersion")
public record CompletionEvent(
    UUID id,
    String type,
    Instant occurredAt,
    String owner,
    DocumentId documentId,
    DocumentState state,
    String failureCode,
    Integer attempts,
    Integer pages) {

  private static final int SCHEMA_VERSION = 1;

  /** Rises when a member changes its meaning or goes; new ones may come without. */
  @JsonProperty("schemaVersion")
  public int schemaVersion() {
    return SCHEMA_VERSION;
  }
}
