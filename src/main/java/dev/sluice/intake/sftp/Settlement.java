package dev.sluice.intake.sftp;

import dev.sluice.failure.FailureCategory;
import dev.sluice.failure.FailureCode;
import dev.sluice.intake.FileResult;
import dev.sluice.intake.UploadReport;
import dev.sluice.problem.Problem;
import org.apache.camel.component.file.GenericFile;

/**
 * What becomes of a file: the folder beside it that it is moved to, and a note for its sender
 * there.
 *
 * @param noteName the note's path below the door's folder
 * @param note what is written as JSON, or null
 */
public record Settlement(String folder, String noteName, Object note) {

  private static final String DONE = ".done";
  private static final String ERROR = ".error";

  /** Why a single file was refused. */
  private record Refusal(FailureCode code, FailureCategory category, String detail, String advice) {

    static Refusal of(Problem problem) {
      return new Refusal(problem.code(), problem.category(), problem.detail(), problem.advice());
    }
  }

  static Settlement done(GenericFile<?> file, UploadReport report, boolean withReceipt) {
    return new Settlement(
        DONE, besides(file, DONE, ".receipt.json"), withReceipt ? receipt(report) : null);
  }

  static Settlement error(GenericFile<?> file, UploadReport report) {
    return new Settlement(ERROR, besides(file, ERROR, ".report.json"), refusal(report));
  }

  /** An archive's note tells of all that was in it. */
  private static Object receipt(UploadReport report) {
    return report.results().size() == 1 ? report.results().get(0) : report;
  }

  private static Object refusal(UploadReport report) {
    if (report.results().size() != 1) {
      return report;
    }
    FileResult only = report.results().get(0);
    return Refusal.of(only.problem());
  }

  private static String besides(GenericFile<?> file, String folder, String suffix) {
    String path = file.getRelativeFilePath();
    String parent = path.substring(0, path.lastIndexOf('/') + 1);
    return parent + folder + "/" + file.getFileNameOnly() + suffix;
  }
}
