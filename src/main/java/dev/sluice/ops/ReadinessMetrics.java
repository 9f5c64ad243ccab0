package dev.sluice.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** Publishes readiness, so that a rule can watch it. */
@Component
class ReadinessMetrics implements MeterBinder {

  private final ObjectProvider<HealthEndpoint> health;

  ReadinessMetrics(ObjectProvider<HealthEndpoint> health) {
    this.health = health;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sluice.ready", this, ReadinessMetrics::ready)
        .description("1 while this replica is ready")
        .register(meters);
  }

  private double ready() {
    HealthComponent readiness = health.getObject().healthForPath("readiness");
    return readiness != null && readiness.getStatus().equals(Status.UP) ? 1 : 0;
  }
}
