package dev.sluice.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.failure.Failure;
import dev.sluice.failure.FailureCategory;
import dev.sluice.failure.FailureCode;
import java.util.Map;

/**
 * A failure as problem+json (RFC 9457).
 *
 * @param requestId null if it concerns no request
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
        facts);
  }
}
