package dev.sluice.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import dev.sluice.failure.Failure;
import dev.sluice.failure.FailureCategory;
import dev.sluice.failure.FailureCode;
import java.util.Map;

/**
 * A failure as problem+json (RFC 9457).
 *
 * @param facts further members, e.g. the document's state
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    FailureCode code,
    FailureCategory category,
    String advice,
    String requestId,
    @JsonAnyGetter Map<String, String> facts) {

  /** The media type of its JSON. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** Tells a caller of a failure. */
  public static Problem of(Failure failure, Map<String, String> facts, String requestId) {
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
        facts);
  }
}
