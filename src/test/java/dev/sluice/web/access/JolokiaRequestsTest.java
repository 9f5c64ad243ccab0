package dev.sluice.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class JolokiaRequestsTest {

  @ParameterizedTest
  @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "OPTIONS"})
  void onlyPostIsTaken(String method) {
    assertThat(refused(method, "/jolokia/version", null)).isTrue();
    assertThat(refused(method, "/hawtio/jolokia", null)).isTrue();
    assertThat(refused("POST", "/hawtio/jolokia/", null)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "http://sluice.example:8080", "null", ""})
  void aPageOfAnotherHostIsRefused(String origin) {
    assertThat(refused("POST", "/jolokia", origin)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://sluice.example:8081", "https://sluice.example:8081"})
  void thePagesOfThisHostAreNot(String origin) {
    assertThat(refused("POST", "/jolokia", origin)).isFalse();
  }

  @Test
  void otherPathsAreNoneOfJolokia() {
    assertThat(refused("GET", "/hawtio/index.html", "http://evil.example")).isFalse();
  }

  @Test
  void anEncodedPathIsTheSame() {
    assertThat(refused("GET", "/%6Aolokia/version", null)).isTrue();
  }

  private static boolean refused(String method, String path, String origin) {
    MockHttpServletRequest request = new MockHttpServletRequest(method, path);
    request.addHeader("Host", "sluice.example:8081");
    if (origin != null) {
      request.addHeader("Origin", origin);
    }
    return JolokiaRequests.REFUSED.matches(request);
  }
}
