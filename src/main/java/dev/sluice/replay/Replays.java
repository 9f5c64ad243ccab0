package dev.sluice.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.uuid.Generators;
import dev.sluice.model.document.Lane;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enters replays with their documents and reads them back, as an audit. */
@Component
class Replays {

  private final JdbcClient jdbc;
  private final ReplaySettings settings;
  private final ObjectMapper json;

  Replays(JdbcClient jdbc, ReplaySettings settings, ObjectMapper json) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.json = json;
  }

  /**
   * Enters a replay of all documents that match now, oldest first to start; throws {@link
   * FailureException} if there are too many.
   */
  UUID enter(ReplayOrder order, Requester requester) {
    UUID id = Generators.timeBasedEpochRandomGenerator().generate();
    long found =
        jdbc.sql(
                """
                WITH found AS MATERIALIZED (
                    SELECT d.id, d.state, d.attempts FROM document d WHERE %s LIMIT :limit + 1),
                entered AS (
                    INSERT INTO replay
                        (id, requested_by, via, criteria, lane, per_second, matches)
                    SELECT :replay, :by, :via, CAST(:criteria AS jsonb), :lane, :perSecond, count(*)
                    FROM found HAVING count(*) <= :limit RETURNING id),
                listed AS (
                    INSERT INTO replay_document
                        (replay_id, document_id, found_state, found_attempts)
                    SELECT entered.id, found.id, found.state, found.attempts FROM found, entered)
                SELECT count(*) FROM found
                """
                    .formatted(order.filter().conditions()))
            .params(order.filter().parameters())
            .param("replay", id)
            .param("by", requester.name())
            .param("via", requester.via())
            .param("criteria", toJson(order.filter()))
            .param("lane", order.lane().label())
            .param("perSecond", order.perSecond())
            .param("limit", settings.maxDocuments())
            .query(Long.class)
            .single();
    if (found > settings.maxDocuments()) {
      throw new FailureException(
          FailureCode.REPLAY_TOO_LARGE,
          "More than " + settings.maxDocuments() + " documents match.");
    }
    return id;
  }

  /** The latest replays, newest first; those before the given one if there is one. */
  List<Replay> list(UUID before, int limit) {
    String older = before == null ? "" : "WHERE id < :before ";
    return jdbc.sql("SELECT * FROM replay " + older + "ORDER BY id DESC LIMIT :limit")
        .param("before", before)
        .param("limit", limit)
        .query(Replays::read)
        .list();
  }

  /** One replay. */
  Optional<Replay> find(UUID id) {
    return jdbc.sql("SELECT * FROM replay WHERE id = ?").param(id).query(Replays::read).optional();
  }

  /** The outcome of its documents. */
  ReplayResult result(UUID id) {
    ReplayTally tally = new ReplayTally();
    jdbc.sql(
            """
            SELECT status, code, count(*) AS documents FROM replay_document
            WHERE replay_id = ? GROUP BY status, code ORDER BY documents DESC
            """)
        .param(id)
        .query(
            row -> {
              tally.add(row.getString("status"), row.getString("code"), row.getLong("documents"));
            });
    return tally.result();
  }

  /** Calls a replay off, and returns how many of its documents had still been waiting. */
  int callOff(UUID id, String by) {
    return jdbc.sql(
            """
            WITH ended AS (
                UPDATE replay SET called_off_by = :by, called_off_at = now()
                WHERE id = :id AND EXISTS (
                    SELECT 1 FROM replay_document WHERE replay_id = :id AND status = 'waiting')
                RETURNING id)
            UPDATE replay_document SET status = 'called-off'
            WHERE replay_id IN (SELECT id FROM ended) AND status = 'waiting'
            """)
        .param("id", id)
        .param("by", by)
        .update();
  }

  private static Replay read(ResultSet row, int number) throws SQLException {
    return new Replay(
        row.getObject("id", UUID.class),
        row.getLong("matches"),
        row.getString("requested_by"),
        row.getString("via"),
        instant(row, "requested_at"),
        row.getString("criteria"),
        Lane.of(row.getString("lane")),
        row.getInt("per_second"),
        row.getString("called_off_by"),
        instant(row, "called_off_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  private String toJson(DeadLetterFilter filter) {
    try {
      return json.writeValueAsString(filter);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a filter holds only plain values", e);
    }
  }
}
