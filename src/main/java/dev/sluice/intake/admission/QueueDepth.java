package dev.sluice.intake.admission;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Knows how many documents wait to be worked on; a route counts them now and then. */
@Component
public class QueueDepth {

  private final AdmissionSettings settings;
  private final Clock clock;
  private DepthCount before;
  private DepthCount latest;

  @Autowired
  QueueDepth(AdmissionSettings settings) {
    this(settings, Clock.systemUTC());
  }

  QueueDepth(AdmissionSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.latest = new DepthCount(0, clock.instant());
  }

  private record DepthCount(long documents, Instant at) {}

  /** Number of documents at which counting may stop; read by the routes. */
  public long countedUpTo() {
    return 2L * settings.queueDepth();
  }

  /** Notes a count. */
  public synchronized void note(long documents) {
    before = latest;
    latest = new DepthCount(documents, clock.instant());
  }

  /** How many there were when they were counted last. */
  public synchronized long documents() {
    return latest.documents();
  }

  boolean isFull() {
    return isOver(documents());
  }

  /**
   * Estimates when there is room again, from how fast the queue drained between the last two
   * counts. Before there are two counts, it is the time of the next one; if the queue does not
   * drain, it is longer than any caller should wait.
   */
  synchronized Duration untilRoom() {
    if (before == null || !isOver(before.documents())) {
      return settings.recount();
    }
    long drained = before.documents() - latest.documents();
    if (drained <= 0) {
      return Duration.ofDays(1);
    }
    long surplus = latest.documents() - settings.queueDepth() + 1;
    return Duration.between(before.at(), latest.at()).multipliedBy(surplus).dividedBy(drained);
  }

  private boolean isOver(long documents) {
    return documents >= settings.queueDepth();
  }
}
