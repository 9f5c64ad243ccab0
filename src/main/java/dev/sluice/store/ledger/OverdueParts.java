package dev.sluice.store.ledger;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Ticket;
import dev.sluice.model.failure.Failure;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds parts of documents that are overdue, because no worker or queue has them any more. */
@Component
public class OverdueParts {

  private final JdbcClient jdbc;

  OverdueParts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Ends documents of parts whose last attempt died with its worker; returns how many. */
  public int endSpent(int maxAttempts, Failure failure) {
    return jdbc.sql(
            """
            UPDATE document SET state = 'dead', failure_code = :code, failure_detail = :detail,
                completed_at = now()
            FROM split WHERE id = split.document_id AND state = 'parsing' AND attempts = attempt
              AND id IN (
                SELECT document_id FROM part
                WHERE state = 'parsing' AND lease_until < now()
                  AND attempts - forgiven >= :maxAttempts)
            """)
        .param("code", failure.code().label())
        .param("detail", failure.detail())
        .param("maxAttempts", maxAttempts)
        .update();
  }

  /** Takes over overdue parts, as {@link Ledger#takeOverdue} does for documents. */
  public List<Ticket> takeOverdue(int maxAttempts, int limit, Duration publishWithin) {
    return jdbc.sql(
            """
            UPDATE part SET lease_until = now() + make_interval(secs => :publishWithin),
                state = CASE part.state WHEN 'parsing' THEN 'retrying' ELSE part.state END
            FROM document
            WHERE document.id = document_id AND document.state = 'parsing' AND (document_id, number) IN (
                SELECT document_id, number FROM part
                WHERE state <> 'done' AND lease_until < now()
                  AND (state <> 'parsing' OR attempts - forgiven < :maxAttempts)
                ORDER BY lease_until LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING document.id, owner, lane, number
            """)
        .param("publishWithin", seconds(publishWithin))
        .param("maxAttempts", maxAttempts)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Ticket(
                        new DocumentId(row.getObject("id", UUID.class)),
                        row.getString("owner"),
                        Lane.of(row.getString("lane")))
                    .ofPart(row.getInt("number")))
        .list();
  }

  /** Has parts that wait published again, as if they were forgotten; returns how many. */
  public int makeOverdue() {
    return jdbc.sql(
            """
            UPDATE part SET lease_until = now() WHERE (document_id, number) IN (
                SELECT document_id, number FROM part WHERE state = 'queued'
                FOR UPDATE SKIP LOCKED)
            """)
        .update();
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
