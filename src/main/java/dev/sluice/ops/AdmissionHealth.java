package dev.sluice.ops;

import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.Gate;
import dev.sluice.intake.admission.QueueDepth;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Tells whether the doors are open. Always up: closed doors are how a healthy process meets a rush,
 * and what it has taken in is served all the same.
 */
@Component("admissionHealthIndicator") // shown as admission
class AdmissionHealth extends AbstractHealthIndicator {

  private final Admission admission;
  private final QueueDepth queue;

  AdmissionHealth(Admission admission, QueueDepth queue) {
    this.admission = admission;
    this.queue = queue;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    builder
        .up()
        .withDetail("closedBy", admission.closedGate().map(Gate::label).orElse("nothing"))
        .withDetail("documents", admission.documents())
        .withDetail("bytes", admission.bytes())
        .withDetail("queueDepth", queue.documents());
  }
}
