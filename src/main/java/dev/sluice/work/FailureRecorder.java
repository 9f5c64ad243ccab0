package dev.sluice.work;

import dev.sluice.document.Document;
import dev.sluice.failure.Failure;
import dev.sluice.failure.FailureClassifier;
import dev.sluice.failure.FailureCode;
import dev.sluice.ledger.Ledger;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides what becomes of a document whose work failed, and enters it in the ledger. */
@Component
public class FailureRecorder {

  private static final Logger LOG = LoggerFactory.getLogger(FailureRecorder.class);

  /** What is no fault of a document's, and so does not spend its attempts. */
  private static final Set<FailureCode> OUTAGES =
      EnumSet.of(
          FailureCode.STORE_UNAVAILABLE,
          FailureCode.LEDGER_UNAVAILABLE,
          FailureCode.QUEUE_UNAVAILABLE,
          FailureCode.PARSER_UNAVAILABLE);

  private final Ledger ledger;
  private final FailureClassifier classifier;
  private final WorkSettings settings;

  FailureRecorder(Ledger ledger, FailureClassifier classifier, WorkSettings settings) {
    this.ledger = ledger;
    this.classifier = classifier;
    this.settings = settings;
  }

  /**
   * Records the failure of an attempt. If even that fails, the lease runs out and the sweeper takes
   * the document over.
   */
  public void record(
      @ExchangeProperty("document") Document document,
      @ExchangeProperty(Exchange.EXCEPTION_CAUGHT) Throwable exception) {
    Failure failure = classifier.classify(exception);
    if (document == null) {
      LOG.error("A ticket could not be worked on: {}", failure.code().label(), exception);
    } else if (failure.code() == FailureCode.SHUTTING_DOWN) {
      LOG.info("Given back: Sluice is stopping");
      ledger.giveBack(document);
    } else if (OUTAGES.contains(failure.code())) {
      LOG.warn("Waits for {}: {}", failure.code().label(), failure.detail());
      ledger.postpone(document, failure, settings.delayAfter(settings.attempts()));
    } else if (isWorthAnotherTry(failure)) {
      tryAgain(document, failure, exception);
    } else {
      LOG.info("Ended after attempt {}: {}", document.attempts(), failure.code().label());
      ledger.end(document, failure);
    }
  }

  /** Ends documents whose worker died in each of their attempts. */
  public void endSpent() {
    Failure failure =
        Failure.of(
            FailureCode.ATTEMPTS_SPENT,
            "The worker was gone before the end of each of " + settings.attempts() + " attempts.");
    int ended = ledger.endSpent(settings.attempts(), failure);
    if (ended > 0) {
      LOG.warn("Gave up on {} documents: {}", ended, failure.code().label());
    }
  }

  // A crash may have had another cause than the document, such as a fork killed from outside.
  private static boolean isWorthAnotherTry(Failure failure) {
    return failure instanceof Failure.Transient || failure.code() == FailureCode.PARSER_CRASHED;
  }

  private void tryAgain(Document document, Failure failure, Throwable exception) {
    if (document.attemptsSpent() >= settings.attempts()) {
      LOG.warn(
          "Given up after attempt {}: {}", document.attempts(), failure.code().label(), exception);
      ledger.end(document, failure);
      return;
    }
    Duration delay = settings.delayAfter(document.attemptsSpent());
    LOG.warn(
        "Attempt {} failed with {}, tried again in {}: {}",
        document.attempts(),
        failure.code().label(),
        delay,
        failure.detail());
    ledger.retryLater(document, failure, delay);
  }
}
