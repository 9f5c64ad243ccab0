package dev.sluice.limits;

import dev.sluice.limits.LimitSettings.Numbers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

/** Allowances for tests. */
public final class DropAllowances {

  private DropAllowances() {}

  /** Each owner may drop this many files an hour. */
  public static DropAllowance perHour(int files, DataSource dataSource) {
    LimitSettings settings =
        new LimitSettings(
            true,
            Duration.ofMinutes(1),
            Map.of(Plan.DEFAULT, new Numbers(0, 0, 0, files, 0, 0, 0, DataSize.ofBytes(0))));
    return new DropAllowance(
        new OwnerPlans(settings, JdbcClient.create(dataSource)),
        new TokenBuckets(dataSource),
        new RefusalCounter(new SimpleMeterRegistry()));
  }
}
