package dev.sluice.intake;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.problem.Problem;
import dev.sluice.web.problem.RequestId;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/** Turns the outcome of a file, accepted or refused, into its report. */
@Component
public class FileResults {

  /** The property of an exchange that holds the id of its request, if it has one. */
  public static final String REQUEST_ID = "requestId";

  private static final Logger LOG = LoggerFactory.getLogger(FileResults.class);

  private final FailureClassifier classifier;

  FileResults(FailureClassifier classifier) {
    this.classifier = classifier;
  }

  /** The report of one file that was received. */
  public UploadReport accepted(@ExchangeProperty("incoming") IncomingFile file, Receipt receipt) {
    return UploadReport.of(FileResult.accepted(file, receipt));
  }

  /** The report of one file that was not received; the only place that logs why. */
  public UploadReport refused(
      @ExchangeProperty("incoming") IncomingFile file,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable exception,
      @ExchangeProperty(REQUEST_ID) String requestId) {
    Failure failure = classifier.classify(exception);
    try (var id = MDC.putCloseable(RequestId.LOG_KEY, requestId)) {
      log(file, failure, exception);
    }
    Map<String, Object> facts =
        exception instanceof FailureException known ? known.facts() : Map.of();
    return UploadReport.of(FileResult.refused(file, Problem.of(failure, facts, requestId)));
  }

  /** The report, if it tells of a document; throws FailureException with the report if not. */
  public UploadReport requireAccepted(@Body UploadReport report) {
    if (report.getAccepted() == 0) {
      throw new FailureException(report.failure(), report.facts());
    }
    return report;
  }

  private static void log(IncomingFile file, Failure failure, Throwable exception) {
    String door = file.sender().origin().label();
    String code = failure.code().label();
    if (failure.code() == FailureCode.INTERNAL) {
      LOG.error("A file that came by {} could not be received", door, exception);
    } else if (failure instanceof Failure.Transient) {
      LOG.warn("A file that came by {} is not received yet: {} {}", door, code, failure.detail());
    } else {
      LOG.info("A file that came by {} was refused: {} {}", door, code, failure.detail());
    }
  }
}
