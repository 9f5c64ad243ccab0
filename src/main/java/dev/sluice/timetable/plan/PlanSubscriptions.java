package dev.sluice.timetable.plan;

import com.fasterxml.uuid.Generators;
import dev.sluice.timetable.calendar.SubscriptionLimit;
import dev.sluice.timetable.calendar.SubscriptionToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The links to timetables of all owners. */
@Component
class PlanSubscriptions {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SubscriptionLimit limit;

  PlanSubscriptions(JdbcClient jdbc, TransactionTemplate transaction, SubscriptionLimit limit) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.limit = limit;
  }

  /** The plan that a link leads to, and whose it is. */
  record Linked(String owner, UUID plan) {}

  /**
   * Adds a link; throws {@link dev.sluice.model.failure.FailureException} if the owner has as many
   * as it may.
   */
  PlanSubscription add(TimetablePlan plan, SubscriptionToken token) {
    return transaction.execute(
        status -> {
          limit.requireRoom(plan.owner());
          return insert(plan, token);
        });
  }

  private PlanSubscription insert(TimetablePlan plan, SubscriptionToken token) {
    return jdbc.sql(
            """
            INSERT INTO timetable_subscription (id, plan_id, owner, token_hash)
            VALUES (:id, :plan, :owner, :hash) RETURNING id, created_at
            """)
        .param("id", Generators.timeBasedEpochRandomGenerator().generate())
        .param("plan", plan.id())
        .param("owner", plan.owner())
        .param("hash", token.hash())
        .query(PlanSubscriptions::read)
        .single();
  }

  /** The plan's links, oldest first. */
  List<PlanSubscription> list(TimetablePlan plan) {
    return jdbc.sql(
            "SELECT id, created_at FROM timetable_subscription WHERE plan_id = ? ORDER BY id")
        .param(plan.id())
        .query(PlanSubscriptions::read)
        .list();
  }

  /** Ends a link of the plan; false if there is none with this id. */
  boolean remove(TimetablePlan plan, UUID id) {
    return jdbc.sql("DELETE FROM timetable_subscription WHERE id = :id AND plan_id = :plan")
            .param("id", id)
            .param("plan", plan.id())
            .update()
        == 1;
  }

  /** Where the link with this secret leads. */
  Optional<Linked> find(SubscriptionToken token) {
    return jdbc.sql("SELECT owner, plan_id FROM timetable_subscription WHERE token_hash = ?")
        .param(token.hash())
        .query((row, n) -> new Linked(row.getString("owner"), row.getObject("plan_id", UUID.class)))
        .optional();
  }

  private static PlanSubscription read(ResultSet row, int number) throws SQLException {
    return new PlanSubscription(
        row.getObject("id", UUID.class),
        null,
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
