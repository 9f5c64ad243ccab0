package dev.sluice.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * States that a document came into a final state. It names the document and its outcome, but holds
 * nothing of its content. A ping has no document and none of the members that depend on one.
 *
 * @param id names the event, however often it is delivered
 * @param type {@code document.<state>} or {@code ping}
 * @param failureCode label of the failure that ended it, or null
 * @param attempts that were spent on it
 * @param pages how many it has, or null if unknown
 * @param defects codes of what was wrong with its file, or null if nothing was
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
    Integer pages,
    List<String> defects) {

  private static final int SCHEMA_VERSION = 1;

  /** Rises when a member changes its meaning or is removed; new members may come without a rise. */
  @JsonProperty("schemaVersion")
  public int schemaVersion() {
    return SCHEMA_VERSION;
  }
}
