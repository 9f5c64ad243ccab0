package dev.sluice.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/** What became of the files that came together: a form's, an archive's, or a single one. */
public record UploadReport(List<FileResult> results) {

  /** Of files that came one after the other. */
  public UploadReport {
    results = List.copyOf(results);
  }

  static UploadReport of(FileResult result) {
    return new UploadReport(List.of(result));
  }

  /** How many files became documents, or were known as documents. */
  public long getAccepted() {
    return results.stream().filter(FileResult::isAccepted).count();
  }

  /** How many files were refused. */
  public long getRejected() {
    return results.size() - getAccepted();
  }

  /** Whether it would be wrong to let go of the source: some of it may be accepted later. */
  @JsonIgnore
  public boolean isWorthAnotherTry() {
    return results.stream().anyMatch(FileResult::isWorthAnotherTry);
  }
}
