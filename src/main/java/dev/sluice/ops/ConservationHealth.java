package dev.sluice.ops;

import dev.sluice.model.document.DocumentState;
import dev.sluice.store.ledger.DocumentCounts;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Tells whether the books balance. If they do not, or the numbers are stale, it is unknown and
 * never down: no replica is worse than another, taking one out of service repairs nothing, and
 * those that serve go on serving.
 */
@Component("conservation")
class ConservationHealth extends AbstractHealthIndicator {

  /** Age from which numbers are stale; they are counted every ten seconds. */
  static final Duration STALE = Duration.ofSeconds(60);

  private final LedgerMetrics metrics;

  ConservationHealth(LedgerMetrics metrics) {
    this.metrics = metrics;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    metrics.latest().ifPresentOrElse(count -> tell(builder, count), builder::unknown);
    if (metrics.age().compareTo(STALE) > 0) {
      builder.unknown().withDetail("staleForSeconds", metrics.age().toSeconds());
    }
  }

  static void tell(Health.Builder builder, DocumentCounts.Count count) {
    builder
        .status(count.imbalance() == 0 ? "UP" : "UNKNOWN")
        .withDetail("imbalance", count.imbalance())
        .withDetail("received", count.received())
        .withDetail("deleted", count.deleted())
        .withDetail("inFlight", count.inFlight());
    for (Map.Entry<DocumentState, Long> state : count.byState().entrySet()) {
      if (state.getKey().isFinal()) {
        builder.withDetail(state.getKey().label(), state.getValue());
      }
    }
  }
}
