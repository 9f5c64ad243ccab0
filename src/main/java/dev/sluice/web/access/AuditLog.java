package dev.sluice.web.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who changed what: in the database, and as a line in the log. */
@Component
public class AuditLog {

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  private final JdbcClient jdbc;
  private final AuditSettings settings;

  AuditLog(JdbcClient jdbc, AuditSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Enters an event. The change is made already: if the database fails, the log has the event. */
  void enter(AuditEvent event) {
    try {
      jdbc.sql(
              """
              INSERT INTO audit_event (actor, via, action, target, status, request_id)
              VALUES (:actor, :via, :action, :target, :status, :requestId)
              """)
          .param("actor", event.actor())
          .param("via", event.via())
          .param("action", event.action())
          .param("target", event.target())
          .param("status", event.status())
          .param("requestId", event.requestId())
          .update();
      LOG.info(
          "{}: {} {} by {} ({})",
          event.status(),
          event.action(),
          event.target(),
          event.actor(),
          event.via());
    } catch (RuntimeException e) {
      LOG.error("Not entered in the audit: {}", event, e);
    }
  }

  /** Events before this number, newest first; null selects any. */
  public List<AuditEvent> list(
      String actor, String target, Instant from, Instant to, Long before, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM audit_event
            WHERE (CAST(:actor AS text) IS NULL OR actor = :actor)
              AND (CAST(:target AS text) IS NULL OR target = :target)
              AND (CAST(:from AS timestamptz) IS NULL OR at >= CAST(:from AS timestamptz))
              AND (CAST(:to AS timestamptz) IS NULL OR at < CAST(:to AS timestamptz))
              AND (CAST(:before AS bigint) IS NULL OR number < :before)
            ORDER BY number DESC LIMIT :limit
            """)
        .param("actor", actor)
        .param("target", target)
        .param("from", from == null ? null : from.toString())
        .param("to", to == null ? null : to.toString())
        .param("before", before)
        .param("limit", limit)
        .query(
            (row, n) ->
                new AuditEvent(
                    row.getLong("number"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("actor"),
                    row.getString("via"),
                    row.getString("action"),
                    row.getString("target"),
                    row.getInt("status"),
                    row.getString("request_id")))
        .list();
  }

  /** Removes events that are past their time; returns how many. */
  public int expire() {
    if (settings.keep().isZero()) {
      return 0;
    }
    return jdbc.sql("DELETE FROM audit_event WHERE at < now() - make_interval(secs => ?)")
        .param(settings.keep().toSeconds())
        .update();
  }
}
