package dev.sluice.work;

import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.stereotype.Component;

/**
 * Circuit Breaker before all work of this replica, open while a system that work needs does not
 * answer. Workers then keep their tickets and wait, so that no more are consumed.
 */
@Component
public class WorkCircuit {

  private static final Logger LOG = LoggerFactory.getLogger(WorkCircuit.class);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

  /** Failures that are no document's fault and so do not spend its attempts. */
  private static final Set<FailureCode> OUTAGES =
      EnumSet.of(
          FailureCode.STORE_UNAVAILABLE,
          FailureCode.LEDGER_UNAVAILABLE,
          FailureCode.QUEUE_UNAVAILABLE,
          FailureCode.PARSER_UNAVAILABLE,
          FailureCode.DISK_FULL);

  /** Those of servers that all replicas share. */
  private static final Set<FailureCode> SERVERS =
      EnumSet.of(
          FailureCode.STORE_UNAVAILABLE,
          FailureCode.LEDGER_UNAVAILABLE,
          FailureCode.QUEUE_UNAVAILABLE);

  /** The failure that stops work, and since when. */
  public record Outage(FailureCode code, Instant since) {}

  private final AtomicReference<Outage> outage = new AtomicReference<>();
  private final FailureClassifier classifier;
  private final StopSignal stop;

  /** Classifies what fails, and ends all waiting with the signal. */
  public WorkCircuit(FailureClassifier classifier, StopSignal stop) {
    this.classifier = classifier;
    this.stop = stop;
  }

  /** True if the failure is one of Sluice's own dependencies. */
  static boolean isOutage(FailureCode code) {
    return OUTAGES.contains(code);
  }

  /** The outage for which work is paused; empty while it goes on. */
  public Optional<Outage> outage() {
    return Optional.ofNullable(outage.get());
  }

  /** Pauses work until a probe has found that what is missing is there again. */
  public void open(FailureCode code) {
    if (outage.compareAndSet(null, new Outage(code, Instant.now()))) {
      LOG.atLevel(levelOf(code)).log("Work is paused: {}", code.label());
    }
  }

  /** Lets work go on. */
  public void close() {
    Outage over = outage.getAndSet(null);
    if (over != null) {
      LOG.atLevel(levelOf(over.code())).log("Work goes on after {}", over.code().label());
    }
  }

  /** The outage of a server is in the log already, by those who watch the servers. */
  private static Level levelOf(FailureCode code) {
    return SERVERS.contains(code) ? Level.DEBUG : Level.WARN;
  }

  /** Whether the outage is this replica's own, so that others may be better off. */
  public static boolean isOwn(FailureCode code) {
    return OUTAGES.contains(code) && !SERVERS.contains(code);
  }

  /** Waits while the circuit is open; throws FailureException with SHUTTING_DOWN. */
  void awaitClosed() {
    while (outage.get() != null) {
      stop.waitFor(LOOK_AGAIN);
    }
  }

  /**
   * Runs the work, again after each outage; throws FailureException with SHUTTING_DOWN if Sluice
   * stops.
   */
  <T> T insist(Supplier<T> work) {
    while (true) {
      awaitClosed();
      try {
        return work.get();
      } catch (RuntimeException e) {
        FailureCode code = classifier.classify(e).code();
        if (!isOutage(code)) {
          throw e;
        }
        open(code);
      }
    }
  }
}
