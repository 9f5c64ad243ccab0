package dev.sluice.results.read;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened to documents. */
@Component
class HistoryQueries {

  /** Largest number of changes of the state, and of places it came from, that are shown. */
  private static final int SHOWN = 500;

  // Of the newest replays each is looked up on its own, as no index finds them by a document.
  private static final String HISTORY =
      """
      WITH change AS (
        SELECT *, lag(number) OVER (ORDER BY number) AS before FROM (
          SELECT * FROM document_event WHERE document_id = :id ORDER BY number DESC LIMIT :shown
        ) AS newest)
      SELECT at, number, CASE
          WHEN from_state IS NULL OR to_state <> 'received' THEN to_state
          WHEN EXISTS (
            SELECT 1 FROM (SELECT id FROM replay ORDER BY id DESC LIMIT 100) AS replay
              CROSS JOIN LATERAL (
                SELECT after_event FROM replay_document
                WHERE replay_id = replay.id AND document_id = :id OFFSET 0) AS ordered
            WHERE ordered.after_event = change.before) THEN 'replayed'
          ELSE 'restarted' END AS kind,
        nullif(attempt, 0) AS attempt, code, detail,
        CASE WHEN from_state IS NULL THEN :origin END AS origin,
        CASE WHEN from_state IS NULL THEN CAST(:source AS text) END AS source
      FROM change
      UNION ALL
      (SELECT arrived_at, NULL, 'sent-again', NULL, NULL, NULL, origin, ref FROM document_source
        WHERE document_id = :id AND (origin, ref) IS DISTINCT FROM (:origin, CAST(:source AS text))
        ORDER BY arrived_at DESC LIMIT :shown)
      UNION ALL
      SELECT original_deleted_at, NULL, 'original-deleted', NULL, NULL, NULL, NULL, NULL
      FROM document WHERE id = :id AND original_deleted_at IS NOT NULL
      ORDER BY 1, 2
      """;

  private final JdbcClient jdbc;

  HistoryQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What happened to it, oldest first. */
  List<HistoryItem> history(Document document) {
    return jdbc.sql(HISTORY)
        .param("id", document.id().value())
        .param("origin", document.origin().label())
        .param("source", document.originRef())
        .param("shown", SHOWN)
        .query(HistoryQueries::item)
        .list();
  }

  private static HistoryItem item(ResultSet row, int number) throws SQLException {
    String origin = row.getString("origin");
    return new HistoryItem(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("kind"),
        row.getObject("attempt", Integer.class),
        row.getString("code"),
        row.getString("detail"),
        origin == null ? null : Origin.of(origin),
        row.getString("source"));
  }
}
