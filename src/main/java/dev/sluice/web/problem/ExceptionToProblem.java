package dev.sluice.web.problem;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.failure.ServerFailures;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Turns an exception in a route into the problem that its HTTP caller sees. */
@Component
public class ExceptionToProblem {

  private static final Logger LOG = LoggerFactory.getLogger(ExceptionToProblem.class);

  private final FailureClassifier classifier;
  private final ServerFailures servers;

  ExceptionToProblem(FailureClassifier classifier, ServerFailures servers) {
    this.classifier = classifier;
    this.servers = servers;
  }

  /**
   * Classifies the exception; the only place that logs it, unless the cause is in the log already.
   */
  public Problem answer(
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable exception,
      @Header("CamelHttpServletRequest") HttpServletRequest request) {
    Failure failure = classifier.classify(exception);
    String requestId = RequestId.of(request);
    try (var id = MDC.putCloseable(RequestId.LOG_KEY, requestId)) {
      log(failure, requestId, exception);
    }
    return Problem.of(failure, factsOf(exception), requestId);
  }

  private void log(Failure failure, String requestId, Throwable exception) {
    servers.failed(failure.code(), exception);
    if (servers.isKnown(failure.code())) {
      LOG.debug("Request {} failed: {}", requestId, failure.code().label());
    } else if (failure.code() == FailureCode.INTERNAL) {
      LOG.error("Request {} failed", requestId, exception);
    } else if (failure instanceof Failure.Transient) {
      LOG.warn("Request {} failed: {} {}", requestId, failure.code().label(), failure.detail());
    } else {
      LOG.info(
          "Request {} was refused: {} {}", requestId, failure.code().label(), failure.detail());
    }
  }

  private static Map<String, Object> factsOf(Throwable exception) {
    return exception instanceof FailureException known ? known.facts() : Map.of();
  }
}
