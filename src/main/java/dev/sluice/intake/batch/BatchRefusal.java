package dev.sluice.intake.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.intake.FileResult;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.Problem;
import java.util.Map;

/**
 * A file of a batch that became no document, and why.
 *
 * @param source where it lay in its ZIP, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchRefusal(String fileName, String source, Problem problem) {

  static BatchRefusal of(FileResult refused) {
    return new BatchRefusal(refused.fileName(), refused.source(), refused.problem());
  }

  /** As it was kept. */
  static BatchRefusal kept(
      String fileName, String source, FailureCode code, String detail, String requestId) {
    Problem problem = Problem.of(Failure.of(code, detail), Map.of(), requestId);
    return new BatchRefusal(fileName, source, problem);
  }
}
