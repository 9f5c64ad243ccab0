package dev.sluice.web.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers with a problem what is refused before any other code sees it: what Tomcat does not read,
 * such as a request line that is none, and paths that are not plain. Tomcat makes it itself, by its
 * name.
 */
public class ServerProblemValve extends ErrorReportValve {

  private static final Logger LOG = LoggerFactory.getLogger(ServerProblemValve.class);

  private final ObjectMapper json = new ObjectMapper();

  /** What the connector has refused already goes no further. */
  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    if (response.getStatus() < 400 && !PlainPath.isPlain(request.getRequestURI())) {
      response.sendError(400);
    }
    if (response.getStatus() >= 400) {
      response.setSuspended(false);
      report(request, response, null);
    } else {
      super.invoke(request, response);
    }
  }

  /** As Tomcat calls it for what was not sent yet; an error without a body gets its problem. */
  @Override
  protected void report(Request request, Response response, Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || response.isCommitted()) {
      return;
    }
    response.setErrorReported();
    String requestId = RequestId.of(request);
    Failure failure = Failure.of(codeOf(status), detailOf(status));
    Problem problem = Problem.of(failure, Map.of(), requestId);
    response.setStatus(problem.status());
    response.setHeader(RequestId.HEADER, requestId);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(Problem.MEDIA_TYPE);
    try {
      byte[] body = json.writeValueAsBytes(problem);
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException hangUp) {
      LOG.debug("The caller was gone before the answer", hangUp);
    }
  }

  private static String detailOf(int status) {
    return status == HttpServletResponse.SC_REQUEST_TIMEOUT
        ? "The rest of the request did not come in time."
        : "The server does not take this request.";
  }

  private static FailureCode codeOf(int status) {
    return switch (status) {
      case HttpServletResponse.SC_REQUEST_TIMEOUT -> FailureCode.UPLOAD_INTERRUPTED;
      case 401 -> FailureCode.UNAUTHORIZED;
      case 403 -> FailureCode.FORBIDDEN;
      case 404 -> FailureCode.NOT_FOUND;
      case 405 -> FailureCode.METHOD_NOT_ALLOWED;
      case 406 -> FailureCode.NOT_ACCEPTABLE;
      case 503 -> FailureCode.SHUTTING_DOWN;
      case 500 -> FailureCode.INTERNAL;
      default ->
          FailureCode.BAD_REQUEST; // 501 and 505, too: what the caller speaks is not spoken here
    };
  }
}
