package dev.sluice.limits;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells a sender in headers how far its limits are used up. RateLimit and RateLimit-Policy
 * (draft-ietf-httpapi-ratelimit-headers) cover all limits; the headers that older clients read
 * cover the tightest one.
 */
final class RateLimitHeaders {

  private static final Comparator<Quota> TIGHTEST =
      Comparator.comparing((Quota quota) -> quota.windowSeconds() == null)
          .thenComparing(Quota::remaining)
          .thenComparing(Quota::untilMore, Comparator.reverseOrder());

  private RateLimitHeaders() {}

  /** Sets the headers; none if there is no limit. */
  static void write(HttpServletResponse response, List<Quota> quotas) {
    if (quotas.isEmpty()) {
      return;
    }
    response.setHeader("RateLimit-Policy", list(quotas, RateLimitHeaders::policy));
    response.setHeader("RateLimit", list(quotas, RateLimitHeaders::state));
    Quota tightest = quotas.stream().min(TIGHTEST).orElseThrow();
    response.setHeader("X-RateLimit-Limit", String.valueOf(tightest.limit()));
    response.setHeader("X-RateLimit-Remaining", String.valueOf(tightest.remaining()));
    response.setHeader("X-RateLimit-Reset", String.valueOf(tightest.secondsUntilMore()));
  }

  private static String list(List<Quota> quotas, Function<Quota, String> member) {
    return quotas.stream().map(member).collect(Collectors.joining(", "));
  }

  private static String policy(Quota quota) {
    String extent =
        quota.windowSeconds() == null
            ? ";qu=\"concurrent-requests\""
            : ";w=" + quota.windowSeconds();
    return name(quota) + ";q=" + quota.limit() + extent;
  }

  private static String state(Quota quota) {
    String until = quota.windowSeconds() == null ? "" : ";t=" + quota.secondsUntilMore();
    return name(quota) + ";r=" + quota.remaining() + until;
  }

  private static String name(Quota quota) {
    return '"' + quota.name() + '"';
  }
}
