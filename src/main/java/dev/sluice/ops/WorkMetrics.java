package dev.sluice.ops;

import dev.sluice.work.WorkCircuit;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Publishes whether work is paused in this replica. */
@Component
class WorkMetrics implements MeterBinder {

  private final WorkCircuit circuit;

  WorkMetrics(WorkCircuit circuit) {
    this.circuit = circuit;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sluice.work.paused", circuit, c -> c.outage().isPresent() ? 1 : 0)
        .description("1 while work waits for something that does not answer")
        .register(meters);
  }
}
