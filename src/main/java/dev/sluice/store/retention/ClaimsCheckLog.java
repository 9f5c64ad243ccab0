package dev.sluice.store.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records how far the claims check has come, for all replicas. The replica that takes a page gets
 * the time until which it holds it; if the row has another time, another replica took over, and the
 * findings no longer count.
 */
@Component
class ClaimsCheckLog {

  private static final Duration LEASE = Duration.ofMinutes(5);

  private final JdbcClient jdbc;

  ClaimsCheckLog(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page to compare.
   *
   * @param ledger which ledger this is
   * @param afterKey the last key of the page before, empty at the beginning
   * @param afterId the last document of the page before
   * @param until end of the lease, which identifies its holder
   */
  record CheckTask(UUID ledger, String afterKey, UUID afterId, OffsetDateTime until) {}

  /**
   * How the last claims check ended.
   *
   * @param endedAt null before the first
   * @param missing originals that were not there; null before the first
   */
  record CheckOutcome(Instant endedAt, Long missing) {}

  /** Takes the next page if one is due and no other replica holds it. */
  Optional<CheckTask> take() {
    return jdbc.sql(
            """
            UPDATE claim_audit SET due_at = now() + make_interval(secs => :lease)
            WHERE due_at <= now()
            RETURNING ledger_id, after_key, after_id, due_at
            """)
        .param("lease", (double) LEASE.toSeconds())
        .query(ClaimsCheckLog::task)
        .optional();
  }

  /** Notes a page that others come after. */
  void advance(CheckTask task, String lastKey, UUID lastId, long missing) {
    jdbc.sql(
            """
            UPDATE claim_audit SET due_at = now(), after_key = :key, after_id = :id,
                missing_so_far = missing_so_far + :missing
            WHERE due_at = :until
            """)
        .param("key", lastKey)
        .param("id", lastId)
        .param("missing", missing)
        .param("until", task.until())
        .update();
  }

  /** Notes the last page. */
  void end(CheckTask task, long missing, Duration untilNext) {
    jdbc.sql(
            """
            UPDATE claim_audit SET due_at = now() + make_interval(secs => :untilNext),
                after_key = DEFAULT, after_id = DEFAULT,
                missing = missing_so_far + :missing, missing_so_far = 0, ended_at = now()
            WHERE due_at = :until
            """)
        .param("untilNext", (double) untilNext.toSeconds())
        .param("missing", missing)
        .param("until", task.until())
        .update();
  }

  /** Puts the claims check off. */
  void postpone(CheckTask task, Duration untilNext) {
    jdbc.sql(
            """
            UPDATE claim_audit SET due_at = now() + make_interval(secs => :untilNext)
            WHERE due_at = :until
            """)
        .param("untilNext", (double) untilNext.toSeconds())
        .param("until", task.until())
        .update();
  }

  /** Makes the next claims check due; one that is going on goes on. */
  void makeDue() {
    jdbc.sql("UPDATE claim_audit SET due_at = now() WHERE due_at > now() AND after_key = ''")
        .update();
  }

  CheckOutcome lastOutcome() {
    return jdbc.sql("SELECT ended_at, missing FROM claim_audit")
        .query(
            (row, n) ->
                new CheckOutcome(instant(row, "ended_at"), row.getObject("missing", Long.class)))
        .single();
  }

  private static CheckTask task(ResultSet row, int number) throws SQLException {
    return new CheckTask(
        row.getObject("ledger_id", UUID.class),
        row.getString("after_key"),
        row.getObject("after_id", UUID.class),
        row.getObject("due_at", OffsetDateTime.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
