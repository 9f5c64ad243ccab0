package dev.sluice.ops;

import dev.sluice.model.document.DocumentState;
import dev.sluice.store.ledger.DocumentCounts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Publishes documents by state and the balance of the books as gauges; a route counts them. */
@Component
public class LedgerMetrics implements MeterBinder {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerMetrics.class);

  private final DocumentCounts counts;
  private volatile DocumentCounts.Count latest;
  private volatile long latestNanos = System.nanoTime();
  private volatile double oldestWaitingSeconds = Double.NaN;

  LedgerMetrics(DocumentCounts counts) {
    this.counts = counts;
  }

  /** Counts again. */
  public void refresh() {
    latest = counts.take();
    latestNanos = System.nanoTime();
    oldestWaitingSeconds = counts.oldestWaitingSeconds();
    if (latest.imbalance() != 0) {
      LOG.error("The books do not balance: {} documents unaccounted for", latest.imbalance());
    }
  }

  /** The latest count; empty before the first. */
  Optional<DocumentCounts.Count> latest() {
    return Optional.ofNullable(latest);
  }

  /** How old the latest count is; before the first one, how long it has been missing. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - latestNanos);
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (DocumentState state : DocumentState.values()) {
      gauge("sluice.documents", "Documents in this state", c -> c.byState().get(state))
          .tag("state", state.label())
          .register(meters);
    }
    gauge("sluice.documents.received", "Documents ever received", DocumentCounts.Count::received)
        .register(meters);
    gauge(
            "sluice.documents.deleted",
            "Documents their owners deleted",
            DocumentCounts.Count::deleted)
        .register(meters);
    gauge(
            "sluice.conservation.imbalance",
            "Received, less all accounted for; other than 0 is an alarm",
            DocumentCounts.Count::imbalance)
        .register(meters);
    Gauge.builder("sluice.numbers.age", this, m -> m.age().toMillis() / 1000.0)
        .description("How old the numbers from the ledger are")
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("sluice.oldest.waiting", this, m -> m.oldestWaitingSeconds)
        .description("For how long the document waits that has waited longest")
        .baseUnit("seconds")
        .register(meters);
  }

  private Gauge.Builder<LedgerMetrics> gauge(
      String name, String description, ToDoubleFunction<DocumentCounts.Count> value) {
    return Gauge.builder(
            name, this, m -> m.latest == null ? Double.NaN : value.applyAsDouble(m.latest))
        .description(description);
  }
}
