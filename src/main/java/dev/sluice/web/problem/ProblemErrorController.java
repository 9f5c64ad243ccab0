package dev.sluice.web.problem;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.web.servlet.error.ErrorAttributes;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.async.AsyncRequestTimeoutException;

/** Turns errors that no route saw (no such path, wrong method, timeout) into problems. */
@Controller
class ProblemErrorController implements ErrorController {

  /** What the server says of a call that no route takes, or none with this method or type. */
  private static final Set<Integer> NOT_MAPPED = Set.of(404, 405, 406);

  private final ProblemWriter problems;
  private final FailureClassifier classifier;
  private final ApplicationAvailability availability;
  private final ErrorAttributes errors;

  ProblemErrorController(
      ProblemWriter problems,
      FailureClassifier classifier,
      ApplicationAvailability availability,
      ErrorAttributes errors) {
    this.problems = problems;
    this.classifier = classifier;
    this.availability = availability;
    this.errors = errors;
  }

  @RequestMapping("${server.error.path:/error}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer known ? known : 404;
    if (NOT_MAPPED.contains(code) && !isServing()) {
      write(
          request,
          response,
          FailureCode.NOT_SERVING,
          "The API does not serve requests at the moment.");
      return;
    }
    switch (code) {
      case 400 -> write(request, response, FailureCode.BAD_REQUEST, "The request is malformed.");
      case 401 ->
          write(
              request,
              response,
              FailureCode.UNAUTHORIZED,
              "This needs a login or a valid API key.");
      case 403 -> write(request, response, FailureCode.FORBIDDEN, "Your role does not allow this.");
      case 404 -> write(request, response, FailureCode.NOT_FOUND, "There is no such address.");
      case 405 ->
          write(
              request,
              response,
              FailureCode.METHOD_NOT_ALLOWED,
              "This method is not allowed here.");
      case 406 ->
          write(
              request,
              response,
              FailureCode.NOT_ACCEPTABLE,
              "This media type is not supported here.");
      case 503 -> write503(request, response);
      default -> problems.write(request, response, behind(request));
    }
  }

  private void write503(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (errors.getError(new ServletWebRequest(request)) instanceof AsyncRequestTimeoutException) {
      write(
          request,
          response,
          FailureCode.UPLOAD_INTERRUPTED,
          "The request took longer than it may.");
    } else {
      write(request, response, FailureCode.SHUTTING_DOWN, "Sluice is stopping.");
    }
  }

  // An outage that a filter met, such as of the database with the keys, is not an internal error.
  private Failure behind(HttpServletRequest request) {
    Object error = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Failure failure = error instanceof Throwable known ? classifier.classify(known) : null;
    return failure == null || failure.code() == FailureCode.INTERNAL
        ? Failure.of(FailureCode.INTERNAL, "An internal error occurred.")
        : failure;
  }

  // The server takes requests before all routes have begun, and after the first has ended.
  private boolean isServing() {
    return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
  }

  private void write(
      HttpServletRequest request, HttpServletResponse response, FailureCode code, String detail)
      throws IOException {
    problems.write(request, response, code, detail);
  }
}
