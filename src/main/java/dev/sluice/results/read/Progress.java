package dev.sluice.results.read;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;

/**
 * The progress of a document.
 *
 * @param state as the API names it, or {@code deleted}
 * @param pageCount null while it is not known
 * @param failure code of what ended or delays it, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Progress(DocumentId id, String state, Integer pageCount, int pagesDone, String failure) {

  private static final String GONE = "deleted";

  /** The progress of a document that was deleted. */
  static Progress deleted(DocumentId id) {
    return new Progress(id, GONE, null, 0, null);
  }

  static Progress of(Document document) {
    return new Progress(
        document.id(),
        document.state().label(),
        document.pageCount(),
        document.pagesDone(),
        document.failureCode());
  }

  /** Whether nothing will follow. */
  @JsonIgnore
  boolean isLast() {
    return state.equals(GONE) || DocumentState.of(state).isFinal();
  }
}
