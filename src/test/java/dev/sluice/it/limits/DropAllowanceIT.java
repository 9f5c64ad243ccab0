package dev.sluice.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.intake.DropLeases;
import dev.sluice.intake.TestDropLeases;
import dev.sluice.it.RunningSluice;
import dev.sluice.limits.DropAllowances;
import dev.sluice.model.document.Drop;
import dev.sluice.model.document.Origin;
import dev.sluice.store.ledger.DropClaims;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@RunningSluice
class DropAllowanceIT {

  @Autowired DataSource dataSource;
  @Autowired DropClaims claims;

  private final String owner = "drops-" + UUID.randomUUID();

  @Test
  void aFileBeyondItsOwnersPlanIsLeftToALaterPass() {
    // Given: two replicas
    DropLeases one = replicaLeases();
    DropLeases other = replicaLeases();

    // When
    Drop third = drop();
    assertThat(one.claim(drop(), owner)).isTrue();
    assertThat(other.claim(drop(), owner)).isTrue();

    // Then
    assertThat(one.claim(third, owner)).isFalse();
    assertThat(one.claim(third, owner)).isFalse();
    assertThat(other.claim(third, owner)).isFalse();
    assertThat(claims.claim(third, Duration.ofHours(1))).as("it is nobody's").isTrue();
  }

  @Test
  void oneOwnersFilesDoNotKeepAnothersOut() {
    DropLeases leases = replicaLeases();
    for (int n = 0; n < 3; n++) {
      leases.claim(drop(), owner);
    }

    assertThat(leases.claim(drop(), owner + "-2")).isTrue();
  }

  @Test
  void aFileThatIsHeldAlreadyCostsNothing() {
    // Given
    DropLeases leases = replicaLeases();
    Drop held = drop();
    leases.claim(held, owner);

    // When
    assertThat(leases.claim(held, owner)).isFalse();

    // Then
    assertThat(leases.claim(drop(), owner)).isTrue();
  }

  private DropLeases replicaLeases() {
    return TestDropLeases.of(claims, DropAllowances.perHour(2, dataSource));
  }

  private static Drop drop() {
    return new Drop(Origin.S3, "s3://drop/" + UUID.randomUUID(), "1");
  }
}
