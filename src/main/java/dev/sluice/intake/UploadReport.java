package dev.sluice.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCategory;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The outcomes of all files that came together, in a form, in an archive or alone. */
@JsonPropertyOrder({"accepted", "rejected", "results"})
public record UploadReport(List<FileResult> results) {

  /** Of files that came one after the other. */
  public UploadReport {
    results = List.copyOf(results);
  }

  static UploadReport of(FileResult result) {
    return new UploadReport(List.of(result));
  }

  UploadReport plus(UploadReport next) {
    return new UploadReport(Stream.concat(results.stream(), next.results.stream()).toList());
  }

  /** How many files became documents, or were known as documents. */
  public long getAccepted() {
    return results.stream().filter(FileResult::isAccepted).count();
  }

  /** How many files were refused. */
  public long getRejected() {
    return results.size() - getAccepted();
  }

  /** Whether the source must be kept, because some of it may be accepted later. */
  @JsonIgnore
  public boolean isWorthAnotherTry() {
    return results.stream().anyMatch(FileResult::isWorthAnotherTry);
  }

  /**
   * The failure for a caller none of whose files was accepted: an outage, if outages were the only
   * reasons.
   */
  Failure failure() {
    List<Problem> problems = results.stream().map(FileResult::problem).toList();
    Problem first = problems.get(0);
    if (problems.stream().allMatch(problem -> problem.category() == FailureCategory.TRANSIENT)) {
      return first.retryAfter() == null
          ? Failure.of(first.code(), first.detail())
          : new Failure.Transient(
              first.code(), first.detail(), Duration.ofSeconds(first.retryAfter()));
    }
    String codes =
        problems.stream()
            .map(problem -> problem.code().label())
            .distinct()
            .collect(Collectors.joining(", "));
    return Failure.of(FailureCode.NOTHING_ACCEPTED, "No file was accepted: " + codes + ".");
  }

  /** The report's members, for a problem. */
  Map<String, Object> facts() {
    return Map.of("accepted", getAccepted(), "rejected", getRejected(), "results", results);
  }
}
