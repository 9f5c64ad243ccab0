package dev.sluice.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitHeadersTest {

  private static final Quota MINUTE =
      new Quota("uploads-per-minute", 5, 60L, 3, Duration.ofMillis(11_001));
  private static final Quota HOUR = new Quota("uploads-per-hour", 10, 3600L, 4, Duration.ZERO);
  private static final Quota SLOTS = new Quota("concurrent-uploads", 2, null, 0, Duration.ZERO);

  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void allLimitsAreToldAndTheTightestForOlderClients() {
    // When
    RateLimitHeaders.write(response, List.of(HOUR, MINUTE, SLOTS));

    // Then
    assertThat(response.getHeader("RateLimit-Policy"))
        .isEqualTo(
            "\"uploads-per-hour\";q=10;w=3600, \"uploads-per-minute\";q=5;w=60,"
                + " \"concurrent-uploads\";q=2;qu=\"concurrent-requests\"");
    assertThat(response.getHeader("RateLimit"))
        .isEqualTo(
            "\"uploads-per-hour\";r=4;t=0, \"uploads-per-minute\";r=3;t=12,"
                + " \"concurrent-uploads\";r=0");
    assertThat(response.getHeader("X-RateLimit-Limit")).isEqualTo("5");
    assertThat(response.getHeader("X-RateLimit-Remaining")).isEqualTo("3");
    assertThat(response.getHeader("X-RateLimit-Reset")).isEqualTo("12");
  }

  @Test
  void ofTwoThatAreUsedUpTheTighterIsTheOneThatTakesLonger() {
    Quota minute = new Quota("m", 5, 60L, 0, Duration.ofSeconds(12));
    Quota hour = new Quota("h", 10, 3600L, 0, Duration.ofSeconds(360));

    RateLimitHeaders.write(response, List.of(minute, hour));

    assertThat(response.getHeader("X-RateLimit-Limit")).isEqualTo("10");
  }

  @Test
  void withoutLimitsNothingIsSaid() {
    RateLimitHeaders.write(response, List.of());

    assertThat(response.getHeaderNames()).isEmpty();
  }
}
