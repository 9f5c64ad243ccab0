package dev.sluice.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.FailureCategory;
import dev.sluice.web.problem.Problem;
import java.util.Map;

/**
 * The outcome of one file of several: the members of a receipt, or a problem.
 *
 * @param duplicate true if the same content had come before; null with a problem
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record FileResult(
    String fileName,
    String source,
    DocumentId id,
    DocumentState state,
    Long sizeBytes,
    String sha256,
    Boolean duplicate,
    Map<String, String> links,
    Problem problem) {

  static FileResult accepted(IncomingFile file, Receipt receipt) {
    return new FileResult(
        file.name(),
        file.source(),
        receipt.id(),
        receipt.state(),
        receipt.sizeBytes(),
        receipt.sha256(),
        receipt.duplicate(),
        receipt.links(),
        null);
  }

  static FileResult refused(IncomingFile file, Problem problem) {
    return new FileResult(
        file.name(), file.source(), null, null, null, null, null, Map.of(), problem);
  }

  /** Whether a document stands for it now. */
  @JsonIgnore
  public boolean isAccepted() {
    return problem == null;
  }

  /** Whether the same file may well be accepted later. */
  @JsonIgnore
  public boolean isWorthAnotherTry() {
    return problem != null && problem.category() == FailureCategory.TRANSIENT;
  }
}
