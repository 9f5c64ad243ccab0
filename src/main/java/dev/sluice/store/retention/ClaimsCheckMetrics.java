package dev.sluice.store.retention;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Publishes what the checks of the claims bucket found. */
@Component
public class ClaimsCheckMetrics implements MeterBinder {

  private final ClaimsChecker checker;
  private final ClaimsCheckLog log;
  private volatile Long missing;

  ClaimsCheckMetrics(ClaimsChecker checker, ClaimsCheckLog log) {
    this.checker = checker;
    this.log = log;
  }

  /** Reads again what the last claims check found, on whatever replica. */
  public void refresh() {
    missing = log.lastOutcome().missing();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sluice.claims.missing", this, m -> m.missing == null ? Double.NaN : m.missing)
        .description("Documents whose original was not in the store at the last claims check")
        .register(meters);
    FunctionCounter.builder("sluice.claims.orphans", checker, ClaimsChecker::orphansRemoved)
        .description("Objects that were removed because no row stood for them")
        .register(meters);
  }
}
