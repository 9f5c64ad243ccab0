package dev.sluice.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.failure.FailureCode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BrowserPageTest {

  private static final String OF_A_BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

  private final ProblemWriter problems = new ProblemWriter(new ObjectMapper());

  @ParameterizedTest
  @CsvSource({
    "NOT_FOUND, 404, There is no page here, Hier ist keine Seite",
    "UNAUTHORIZED, 401, You are not logged in, Sie sind nicht angemeldet",
    "FORBIDDEN, 403, This is not open to you, Das steht Ihnen nicht offen"
  })
  void aPersonGetsAPageInItsLanguage(FailureCode code, int status, String english, String german)
      throws IOException {
    // When
    MockHttpServletResponse answer = answer(code, "GET", OF_A_BROWSER, "en-GB,de;q=0.5");
    MockHttpServletResponse answerInGerman = answer(code, "GET", OF_A_BROWSER, "de-CH,en;q=0.5");

    // Then
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getContentType()).startsWith("text/html");
    assertThat(answer.getHeader("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(answer.getContentAsString())
        .contains(english, "href=\"/app/\"")
        .doesNotContain("nowhere");
    assertThat(answerInGerman.getContentAsString()).contains(german, "lang=\"de\"");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "*/*",
        "application/json",
        "application/json, text/html;q=0.5",
        "text/*",
        "nonsense",
        "application/problem+json",
        "text/html;q=0"
      })
  void programsGetTheProblem(String accept) throws IOException {
    MockHttpServletResponse answer = answer(FailureCode.NOT_FOUND, "GET", accept, "de");

    assertThat(answer.getContentType()).isEqualTo("application/problem+json");
  }

  @Test
  void whatNoPersonSeesIsAProblem() throws IOException {
    assertThat(answer(FailureCode.NOT_FOUND, "POST", OF_A_BROWSER, "en").getContentType())
        .isEqualTo("application/problem+json");
    assertThat(answer(FailureCode.RATE_LIMITED, "GET", OF_A_BROWSER, "en").getContentType())
        .isEqualTo("application/problem+json");
  }

  private MockHttpServletResponse answer(
      FailureCode code, String method, String accept, String languages) throws IOException {
    MockHttpServletRequest request = new MockHttpServletRequest(method, "/nowhere");
    if (accept != null) {
      request.addHeader("Accept", accept);
    }
    request.addHeader("Accept-Language", languages);
    MockHttpServletResponse response = new MockHttpServletResponse();
    problems.write(request, response, code, "Why.");
    return response;
  }
}
