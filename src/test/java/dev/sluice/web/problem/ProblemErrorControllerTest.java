package dev.sluice.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.Failures;
import jakarta.servlet.RequestDispatcher;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

class ProblemErrorControllerTest {

  private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
  private final DefaultErrorAttributes errors = new DefaultErrorAttributes();
  private final ProblemErrorController controller =
      new ProblemErrorController(
          new ProblemWriter(new ObjectMapper()), Failures.classifier(), availability, errors);

  @ParameterizedTest(name = "while {0} a {1} of the server becomes {2} {3}")
  @CsvSource({
    "REFUSING_TRAFFIC, 404, 503, not-serving",
    "REFUSING_TRAFFIC, 405, 503, not-serving",
    "REFUSING_TRAFFIC, 406, 503, not-serving",
    "ACCEPTING_TRAFFIC, 404, 404, not-found",
    "ACCEPTING_TRAFFIC, 405, 405, method-not-allowed"
  })
  void noCallIsReportedAsWrongBeforeAllRoutesHaveBegun(
      ReadinessState state, int seen, int status, String code) throws IOException {
    // Given
    availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, seen);
    MockHttpServletResponse response = new MockHttpServletResponse();

    // When
    controller.error(request, response);

    // Then
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(response.getContentAsString()).contains("\"code\":\"" + code + "\"");
  }

  @Test
  void aRequestThatTookTooLongIsNotToldThatTheServerStops() throws IOException {
    // Given
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 503);
    MockHttpServletResponse response = new MockHttpServletResponse();
    errors.resolveException(request, response, null, new AsyncRequestTimeoutException());

    // When
    controller.error(request, response);

    // Then
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentAsString()).contains("\"code\":\"upload-interrupted\"");
  }

  @Test
  void anOutageThatAFilterMetIsNoFaultOfOurs() throws IOException {
    MockHttpServletResponse response =
        answerTo(new DataAccessResourceFailureException("the connection was ended"));

    assertThat(response.getStatus()).isEqualTo(503);
    assertThat(response.getContentAsString()).contains("\"code\":\"ledger-unavailable\"");
  }

  @Test
  void anUnknownExceptionIsAnInternalError() throws IOException {
    MockHttpServletResponse response = answerTo(new IllegalStateException("a secret"));

    assertThat(response.getStatus()).isEqualTo(500);
    assertThat(response.getContentAsString()).contains("An internal error occurred.");
  }

  private MockHttpServletResponse answerTo(Exception error) throws IOException {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 500);
    request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, error);
    MockHttpServletResponse response = new MockHttpServletResponse();
    controller.error(request, response);
    return response;
  }
}
