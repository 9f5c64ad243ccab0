package dev.sluice.intake.sftp;

import dev.sluice.intake.PollingStatus;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells whether the SFTP server can be used. It is never down and not part of readiness, because
 * the files are safe where they are and a replica that cannot fetch them still serves all other
 * callers.
 */
@Component("sftp")
class SftpHealth implements HealthIndicator {

  private final SftpDoor door;
  private final PollingStatus status;

  SftpHealth(SftpDoor door, PollingStatus status, MeterRegistry metrics) {
    this.door = door;
    this.status = status;
    Gauge.builder("sluice.sftp.up", this, SftpHealth::up)
        .description("1 while the SFTP server can be used")
        .register(metrics);
  }

  @Override
  public Health health() {
    if (!door.isOpen()) {
      return Health.unknown().withDetail("door", "closed").build();
    }
    return status
        .troubleOf(SftpDoor.ROUTE)
        .map(trouble -> Health.unknown().withDetail("trouble", trouble.label()))
        .orElseGet(Health::up)
        .build();
  }

  private double up() {
    return door.isOpen() && status.troubleOf(SftpDoor.ROUTE).isEmpty() ? 1 : 0;
  }
}
