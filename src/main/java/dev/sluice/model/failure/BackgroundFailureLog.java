package dev.sluice.model.failure;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Ticket;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Logs failures that no caller waits for, because the work is repeated automatically. Those of an
 * trouble that is known are only counted: it is in the log once.
 */
public class BackgroundFailureLog {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundFailureLog.class);

  private final FailureClassifier classifier;
  private final ServerFailures servers;
  private final Consumer<FailureCode> counter;

  /** Names failures by the classifier, and has each one counted. */
  public BackgroundFailureLog(
      FailureClassifier classifier, ServerFailures servers, Consumer<FailureCode> counter) {
    this.classifier = classifier;
    this.servers = servers;
    this.counter = counter;
  }

  /** Notes a ticket that could not be published, under its document's id. */
  public void noteTicket(Ticket ticket, Throwable exception) {
    try (MDC.MDCCloseable id =
        MDC.putCloseable(DocumentId.LOG_KEY, ticket.documentId().toString())) {
      note("publish-ticket", exception);
    }
  }

  /** Logs the failure once, with its stack trace if it was unexpected. */
  public void note(String activity, Throwable exception) {
    Failure failure = classifier.classify(exception);
    counter.accept(failure.code());
    servers.failed(failure.code(), exception);
    if (servers.isKnown(failure.code())) {
      LOG.debug("Failed: {}: {}", activity, failure.code().label());
    } else if (failure.code() == FailureCode.INTERNAL) {
      LOG.error("Failed: {}", activity, exception);
    } else {
      LOG.warn("Failed: {}: {} {}", activity, failure.code().label(), failure.detail());
    }
  }
}
