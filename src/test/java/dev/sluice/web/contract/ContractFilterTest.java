package dev.sluice.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.web.problem.ProblemWriter;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ContractFilterTest {

  private final ContractFilter filter = new ContractFilter(new ProblemWriter(new ObjectMapper()));
  private final MockFilterChain routes = new MockFilterChain();

  @Test
  void aCallThatComesBeforeAllRoutesHaveBegunIsToldToComeAgain() throws Exception {
    // When
    MockHttpServletResponse early = call();

    // Then
    assertThat(early.getStatus()).isEqualTo(503);
    assertThat(early.getContentAsString()).contains("\"code\":\"not-serving\"");
    assertThat(early.getHeader("Retry-After")).isNotNull();
    assertThat(routes.getRequest()).isNull();

    // And when
    filter.start();
    call();

    // Then
    assertThat(routes.getRequest()).isNotNull();
  }

  private MockHttpServletResponse call() throws Exception {
    MockHttpServletResponse response = new MockHttpServletResponse();
    filter.doFilter(new MockHttpServletRequest("GET", "/api/v1/documents"), response, routes);
    return response;
  }
}
