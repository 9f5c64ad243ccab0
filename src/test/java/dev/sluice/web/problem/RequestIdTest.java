package dev.sluice.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestIdTest {

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void aHarmlessIdIsTheSenders() {
    request.addHeader(RequestId.HEADER, "order-17");

    assertThat(RequestId.of(request)).isEqualTo("order-17");
  }

  @Test
  void anotherIdIsMadeOnceForEachRequest() {
    request.addHeader(RequestId.HEADER, "a\nb");

    String id = RequestId.of(request);

    assertThat(UUID.fromString(id)).isNotNull();
    assertThat(RequestId.of(request)).isEqualTo(id);
  }

  @Test
  void aRequestThatTheServerTookBackHasAnIdToo() {
    MockHttpServletRequest recycled =
        new MockHttpServletRequest() {
          @Override
          public Object getAttribute(String name) {
            throw new IllegalStateException("The request object has been recycled");
          }
        };

    assertThat(RequestId.of(recycled)).isNotBlank();
  }
}
