package dev.sluice.ops;

import dev.sluice.intake.admission.Admission;
import dev.sluice.intake.admission.Gate;
import dev.sluice.intake.admission.QueueDepth;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/**
 * Tells whether the doors are open. It is always up: a healthy process closes its doors in a rush,
 * and goes on serving what it has taken in.
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
