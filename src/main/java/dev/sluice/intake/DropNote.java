package dev.sluice.intake;

import dev.sluice.model.failure.FailureCategory;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.Problem;

/**
 * The JSON note that the sender of a dropped file finds beside it. For a single file it is a
 * receipt or the reason for the refusal, for an archive the outcome of each file in it.
 */
public final class DropNote {

  private DropNote() {}

  /** Why a single file was refused. */
  private record Refusal(FailureCode code, FailureCategory category, String detail, String advice) {

    static Refusal of(Problem problem) {
      return new Refusal(problem.code(), problem.category(), problem.detail(), problem.advice());
    }
  }

  /** The note about these files, to be written as JSON. */
  public static Object of(UploadReport report) {
    if (report.results().size() != 1) {
      return report;
    }
    FileResult only = report.results().get(0);
    return only.isAccepted() ? only : Refusal.of(only.problem());
  }
}
