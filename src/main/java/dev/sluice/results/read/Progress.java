package dev.sluice.results.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;

/**
 * The progress of a document.
 *
 * @param state as the API names it, or {@code deleted}
 * @param pageCount null while it is not known
 * @param failure code of what ended or delays it, or null
 * @param waiting where it waits, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Progress(
    DocumentId id,
    String state,
    Integer pageCount,
    int pagesDone,
    String failure,
    @JsonIgnore QueuePosition waiting) {

  private static final String GONE = "deleted";

  /** The progress of a document that was deleted. */
  static Progress deleted(DocumentId id) {
    return new Progress(id, GONE, null, 0, null, null);
  }

  static Progress of(Document document, QueuePosition waiting) {
    return new Progress(
        document.id(),
        document.state().label(),
        document.pageCount(),
        document.pagesDone(),
        document.failureCode(),
        waiting);
  }

  /** Its position in the queue, as a document shows it; null if it does not wait. */
  @JsonProperty
  Integer queuePosition() {
    return waiting == null ? null : waiting.position();
  }

  /** An estimate for it. */
  @JsonProperty
  Integer waitSeconds() {
    return waiting == null ? null : waiting.seconds();
  }

  /**
   * Whether it tells more than what was told before. A queue moves all the time, so a position is
   * told again when it has changed by a tenth.
   */
  boolean isNewsAfter(Progress told) {
    return told == null
        || !withPosition(told.waiting).equals(told)
        || waiting != null && waiting.differsFrom(told.waiting);
  }

  private Progress withPosition(QueuePosition other) {
    return new Progress(id, state, pageCount, pagesDone, failure, other);
  }

  /** Whether nothing will follow. */
  @JsonIgnore
  boolean isLast() {
    return state.equals(GONE) || DocumentState.of(state).isFinal();
  }
}
