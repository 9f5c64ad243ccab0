package dev.sluice.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Knows the plan of each owner. */
@Component
class OwnerPlans {

  private final LimitSettings settings;
  private final JdbcClient jdbc;
  private final Cache<String, String> remembered =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();

  OwnerPlans(LimitSettings settings, JdbcClient jdbc) {
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /** The limits of this owner, cached for 10 seconds; no limits while they are off. */
  Plan limitsOf(String owner) {
    return settings.enabled() ? planOf(owner) : Plan.UNLIMITED;
  }

  /** The owner's plan, whether limits are on or off. */
  Plan planOf(String owner) {
    return settings.plan(remembered.get(owner, this::read));
  }

  /** Gives an owner another plan: at once in this process, within 10 seconds in others. */
  void assign(String owner, String plan) {
    jdbc.sql(
            """
            INSERT INTO owner_plan (owner, plan) VALUES (:owner, :plan)
            ON CONFLICT (owner) DO UPDATE SET plan = EXCLUDED.plan, assigned_at = now()
            """)
        .param("owner", owner)
        .param("plan", plan)
        .update();
    remembered.invalidate(owner);
  }

  private String read(String owner) {
    return jdbc.sql("SELECT plan FROM owner_plan WHERE owner = ?")
        .param(owner)
        .query(String.class)
        .optional()
        .orElse(Plan.DEFAULT);
  }
}
