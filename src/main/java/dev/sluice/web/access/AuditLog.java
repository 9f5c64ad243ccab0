package dev.sluice.web.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps who changed what: in the database, and as a line in the log. */
@Component
public class AuditLog {

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  /** Most events that wait for the database. */
  private static final int MAX_WAITING = 10_000;

  private final BlockingQueue<AuditEvent> waiting = new LinkedBlockingQueue<>(MAX_WAITING);
  private final JdbcClient jdbc;
  private final AuditSettings settings;
  private final Counter lost;

  AuditLog(JdbcClient jdbc, AuditSettings settings, MeterRegistry meters) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.lost =
        Counter.builder("sluice.audit.lost")
            .description("events that are in the log only, as the database was out for too long")
            .register(meters);
  }

  /** Enters an event, now or, if the database does not answer, as soon as it does. */
  void enter(AuditEvent event) {
    LOG.info(
        "{}: {} {} by {} ({})",
        event.status(),
        event.action(),
        event.target(),
        event.actor(),
        event.via());
    try {
      insert(event);
    } catch (RuntimeException e) {
      if (waiting.offer(event)) {
        LOG.debug("It is entered in the audit later", e);
      } else {
        lost.increment();
        LOG.error("It is not entered in the audit, as too many wait for the database");
      }
    }
  }

  /** Enters what waits for the database; throws what the database throws. */
  public void enterWaiting() {
    AuditEvent event;
    while ((event = waiting.peek()) != null) {
      insert(event);
      waiting.remove(event);
    }
  }

  private void insert(AuditEvent event) {
    jdbc.sql(
            """
            INSERT INTO audit_event (at, actor, via, action, target, status, request_id)
            VALUES (CAST(:at AS timestamptz), :actor, :via, :action, :target, :status, :requestId)
            """)
        .param("at", event.at().toString())
        .param("actor", event.actor())
        .param("via", event.via())
        .param("action", event.action())
        .param("target", event.target())
        .param("status", event.status())
        .param("requestId", event.requestId())
        .update();
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
