package dev.sluice.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.failure.Failure;
import dev.sluice.failure.FailureCategory;
import dev.sluice.failure.FailureCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Answers a request with a problem. */
@Component
public class ProblemWriter {

  private static final String RETRY_AFTER_SECONDS = "10";

  private final ObjectMapper json;

  ProblemWriter(ObjectMapper json) {
    this.json = json;
  }

  /** Writes the whole answer, unless one is on its way already. */
  public void write(HttpServletRequest request, HttpServletResponse response, Failure failure)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    response.resetBuffer();
    response.setStatus(failure.code().httpStatus());
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    if (failure.code().category() == FailureCategory.TRANSIENT
        && failure.code().httpStatus() == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
    }
    byte[] body = json.writeValueAsBytes(Problem.of(failure, Map.of(), RequestId.of(request)));
    response.setContentType(Problem.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** Writes the whole answer for a failure that has just been noticed. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, FailureCode code, String detail)
      throws IOException {
    write(request, response, Failure.of(code, detail));
  }
}
