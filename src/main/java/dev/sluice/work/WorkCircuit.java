package dev.sluice.work;

import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.failure.ServerFailures;
import java.time.Clock;
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
import org.springframework.beans.factory.annotation.Autowired;
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

  /** An outage that begins within this time of the last one's end is taken for the same. */
  private static final Duration SAME_WITHIN = Duration.ofMinutes(1);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  /**
   * The failure that stops work.
   *
   * @param pause how long it lasts at least: more each time that what seemed to be over was not
   */
  public record Outage(FailureCode code, Instant since, Duration pause) {

    private boolean isPast(Instant now) {
      return now.isAfter(since.plus(pause));
    }
  }

  private record Ended(Outage outage, Instant at) {}

  private final AtomicReference<Outage> outage = new AtomicReference<>();
  private final AtomicReference<Ended> last = new AtomicReference<>();
  private final FailureClassifier classifier;
  private final ServerFailures servers;
  private final StopSignal stop;
  private final Clock clock;

  @Autowired
  WorkCircuit(FailureClassifier classifier, ServerFailures servers, StopSignal stop) {
    this(classifier, servers, stop, Clock.systemUTC());
  }

  /** Classifies what fails, tells the servers' failures, and ends all waiting with the signal. */
  public WorkCircuit(
      FailureClassifier classifier, ServerFailures servers, StopSignal stop, Clock clock) {
    this.classifier = classifier;
    this.servers = servers;
    this.stop = stop;
    this.clock = clock;
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
    Instant now = clock.instant();
    if (outage.compareAndSet(null, new Outage(code, now, pauseFor(code, now)))) {
      LOG.atLevel(levelOf(code)).log("Work is paused: {}", code.label());
    }
  }

  /** Pauses work for a failure of it. */
  void open(FailureCode code, Throwable cause) {
    servers.failed(code, cause);
    open(code);
  }

  /** Lets work go on, if it has paused for long enough. */
  public void close() {
    Instant now = clock.instant();
    Outage over = outage.get();
    if (over != null && over.isPast(now) && outage.compareAndSet(over, null)) {
      last.set(new Ended(over, now));
      LOG.atLevel(levelOf(over.code())).log("Work goes on after {}", over.code().label());
    }
  }

  /**
   * None at first; a server may answer every probe and yet fail all work, as if its disk is full.
   */
  private Duration pauseFor(FailureCode code, Instant now) {
    Ended before = last.get();
    if (before == null
        || before.outage().code() != code
        || before.at().plus(SAME_WITHIN).isBefore(now)) {
      return Duration.ZERO;
    }
    Duration longer = before.outage().pause().multipliedBy(2).plusSeconds(1);
    return longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
  }

  /** The outage of a server is in the log already, by those who watch the servers. */
  private static Level levelOf(FailureCode code) {
    return SERVERS.contains(code) ? Level.DEBUG : Level.WARN;
  }

  /** Whether the outage is this replica's own, so that others may be better off. */
  public static boolean isOwn(FailureCode code) {
    return OUTAGES.contains(code) && !SERVERS.contains(code);
  }

  /**
   * Throws FailureException with QUEUE_UNAVAILABLE while the queue is known to be out, so that
   * nobody waits for it.
   */
  public void requireQueue() {
    if (isQueueOut()) {
      throw new FailureException(FailureCode.QUEUE_UNAVAILABLE, "The queue does not answer.");
    }
  }

  /** Whether nothing can be published for now. */
  boolean isQueueOut() {
    return outage().filter(o -> o.code() == FailureCode.QUEUE_UNAVAILABLE).isPresent();
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
        open(code, e);
      }
    }
  }
}
