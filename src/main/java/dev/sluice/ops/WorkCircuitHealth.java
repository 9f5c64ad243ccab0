package dev.sluice.ops;

import dev.sluice.work.WorkCircuit;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Says what work waits for and since when. It is out of service for a fault of this replica, such
 * as a full disk, and unknown while a server is out that all replicas share: to take all of them
 * out of service would help nobody.
 */
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
                    .status(
                        WorkCircuit.isOwn(outage.code()) ? Status.OUT_OF_SERVICE : Status.UNKNOWN)
                    .withDetail("pausedFor", outage.code().label())
                    .withDetail("since", outage.since()),
            builder::up);
  }
}
