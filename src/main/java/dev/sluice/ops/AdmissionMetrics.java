package dev.sluice.ops;

import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.Gate;
import dev.sluice.intake.admission.QueueDepth;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Publishes what is coming in, whether the doors are open, and how many documents they refused. */
@Component
class AdmissionMetrics implements MeterBinder {

  private final Admission admission;
  private final QueueDepth queue;

  AdmissionMetrics(Admission admission, QueueDepth queue) {
    this.admission = admission;
    this.queue = queue;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sluice.admission.documents", admission, Admission::documents)
        .description("Documents between a door and the object store")
        .register(meters);
    Gauge.builder("sluice.admission.bytes", admission, Admission::bytes)
        .description("Bytes of them that have come")
        .baseUnit("bytes")
        .register(meters);
    Gauge.builder("sluice.admission.queue.depth", queue, QueueDepth::documents)
        .description("Documents that waited to be worked on when they were counted last")
        .register(meters);
    Gauge.builder("sluice.admission.open", admission, a -> a.isOpen() ? 1 : 0)
        .description("1 while the doors are open")
        .register(meters);
    for (Gate gate : Gate.values()) {
      FunctionCounter.builder("sluice.admission.refusals", admission, a -> a.refusals(gate))
          .description("Documents that were kept out, to come again")
          .tag("gate", gate.label())
          .register(meters);
    }
  }
}
