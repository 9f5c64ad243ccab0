package dev.sluice.intake;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Knows which doors cannot fetch. A door that polls every few seconds would log each failure; here
 * the first one is logged, and then the recovery.
 */
@Component
public class PollingStatus {

  private static final Logger LOG = LoggerFactory.getLogger(PollingStatus.class);

  private final FailureClassifier classifier;
  private final Map<String, FailureCode> troubles = new ConcurrentHashMap<>();

  PollingStatus(FailureClassifier classifier) {
    this.classifier = classifier;
  }

  /** Notes that a door failed; logs it unless it is the failure that it had before. */
  public void failed(String door, Throwable exception) {
    Failure failure = classifier.classify(exception);
    FailureCode code = failure.code();
    if (troubles.put(door, code) == code) {
      return;
    }
    if (code == FailureCode.INTERNAL) {
      LOG.error("Failing until further notice: {}", door, exception);
    } else {
      LOG.warn("Failing until further notice: {}: {} {}", door, code.label(), failure.detail());
    }
  }

  /** What is wrong with a door, if anything is. */
  public Optional<FailureCode> troubleOf(String door) {
    return Optional.ofNullable(troubles.get(door));
  }

  /** Notes that a door worked. */
  public void worked(String door) {
    if (troubles.remove(door) != null) {
      LOG.info("Works again: {}", door);
    }
  }
}
