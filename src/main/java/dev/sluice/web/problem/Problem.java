package dev.sluice.web.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCategory;
import dev.sluice.model.failure.FailureCode;
import java.time.Duration;
import java.util.Map;

/**
 * A failure as problem+json (RFC 9457).
 *
 * @param requestId null if it concerns no request
 * @param retryAfter seconds after which the same request may succeed; only with 429 and 503
 * @param facts further members, e.g. the document's state
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    FailureCode code,
    FailureCategory category,
    String advice,
    String requestId,
    Long retryAfter,
    @JsonAnyGetter Map<String, Object> facts) {

  /** The media type of its JSON. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Tells a caller of a failure. */
  public static Problem of(Failure failure, Map<String, Object> facts, String requestId) {
    FailureCode code = failure.code();
    return new Problem(
        "urn:sluice:problem:" + code.label(),
        code.label().replace('-', ' '),
        code.httpStatus(),
        failure.detail(),
        code,
        code.category(),
        code.advice(),
        requestId,
        retryAfter(failure),
        facts);
  }

  private static Long retryAfter(Failure failure) {
    int status = failure.code().httpStatus();
    return failure instanceof Failure.Transient passing && (status == 429 || status == 503)
        ? wholeSeconds(passing.retryAfter())
        : null;
  }

  // Rounded up: whoever came a moment too early would be refused again.
  private static long wholeSeconds(Duration wait) {
    return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
  }
}
