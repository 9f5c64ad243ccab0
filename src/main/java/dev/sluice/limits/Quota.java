package dev.sluice.limits;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;

/**
 * How far a limit is used up.
 *
 * @param name of the limit, e.g. {@code uploads-per-minute}
 * @param windowSeconds for which the limit counts; null if it counts what happens at once
 * @param remaining of the limit, 0 or more
 * @param untilMore until there is one more; zero if that cannot be known
 */
record Quota(
    String name,
    long limit,
    @JsonInclude(JsonInclude.Include.NON_NULL) Long windowSeconds,
    long remaining,
    @JsonIgnore Duration untilMore) {

  /** Until there is one more, in whole seconds, rounded up. */
  long secondsUntilMore() {
    return untilMore.plusNanos(999_999_999).toSeconds();
  }
}
