package dev.sluice.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.sluice.model.document.BatchId;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCategory;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The outcomes of all files that came together, in a form, in an archive or alone.
 *
 * @param batch that their documents belong to, or null
 */
@JsonPropertyOrder({"batch", "accepted", "rejected", "results"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UploadReport(BatchId batch, List<FileResult> results) {

  /** Of files that came one after the other. */
  public UploadReport {
    results = List.copyOf(results);
  }

  static UploadReport of(FileResult result) {
    return new UploadReport(null, List.of(result));
  }

  UploadReport plus(UploadReport next) {
    return new UploadReport(batch, Stream.concat(results.stream(), next.results.stream()).toList());
  }

  /** The same report of files whose documents belong to a batch. */
  public UploadReport in(BatchId batch) {
    return new UploadReport(batch, results);
  }

  /** The address of the batch, below the host; null if there is none. */
  @JsonIgnore
  public String getBatchLocation() {
    return batch == null ? null : batch.location();
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
  public Failure failure() {
    List<Problem> problems = results.stream().map(FileResult::problem).toList();
    Problem first = problems.get(0);
    if (problems.stream().allMatch(problem -> problem.category() == FailureCategory.TRANSIENT)) {
      return failure(first);
    }
    String codes =
        problems.stream()
            .map(problem -> problem.code().label())
            .distinct()
            .collect(Collectors.joining(", "));
    return Failure.of(FailureCode.NOTHING_ACCEPTED, "No file was accepted: " + codes + ".");
  }

  /** The failure of the first file that may be accepted later; empty if there is none. */
  public Optional<Failure> passingFailure() {
    return results.stream()
        .filter(FileResult::isWorthAnotherTry)
        .findFirst()
        .map(result -> failure(result.problem()));
  }

  private static Failure failure(Problem problem) {
    return problem.retryAfter() == null
        ? Failure.of(problem.code(), problem.detail())
        : new Failure.Transient(
            problem.code(), problem.detail(), Duration.ofSeconds(problem.retryAfter()));
  }

  /** The report's members, for a problem. */
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    if (batch != null) {
      facts.put("batch", batch);
    }
    facts.put("accepted", getAccepted());
    facts.put("rejected", getRejected());
    facts.put("results", results);
    return facts;
  }
}
