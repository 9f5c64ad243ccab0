package dev.sluice.ops;

import dev.sluice.work.WorkCircuit;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Is out of service while work is paused, and says what work waits for and since when. */
@Component("work")
class WorkCircuitHealth extends AbstractHealthIndicator {

  private final WorkCircuit circuit;

  WorkCircuitHealth(WorkCircuit circuit) {
    this.circuit = circuit;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    circuit
        .outage()
        .ifPresentOrElse(
            outage ->
                builder
                    .outOfService()
                    .withDetail("pausedFor", outage.code().label())
                    .withDetail("since", outage.since()),
            builder::up);
  }
}
