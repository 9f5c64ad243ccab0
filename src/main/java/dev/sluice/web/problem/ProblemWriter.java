package dev.sluice.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers a request with a problem, or a person at a browser with a page that says the same. */
@Component
public class ProblemWriter {

  private final ObjectMapper json;

  public ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Writes the whole answer, unless one is on its way already. */
  public void write(HttpServletRequest request, HttpServletResponse response, Failure failure)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Problem problem = Problem.of(failure, Map.of(), RequestId.of(request));
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (problem.retryAfter() != null) {
      response.setHeader(HttpHeaders.RETRY_AFTER, problem.retryAfter().toString());
    }
    Optional<BrowserPage> page = BrowserPage.of(request, problem.code());
    page.ifPresentOrElse(
        shown -> shown.announce(response), () -> response.setContentType(Problem.MEDIA_TYPE));
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    byte[] body = page.isPresent() ? page.get().html() : json.writeValueAsBytes(problem);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** Whether the request comes from a person at a browser. */
  public static boolean isForPerson(HttpServletRequest request) {
    return BrowserPage.isWanted(request);
  }

  /** Writes the whole answer for a failure that has just been noticed. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, FailureCode code, String detail)
      throws IOException {
    write(request, response, Failure.of(code, detail));
  }
}
