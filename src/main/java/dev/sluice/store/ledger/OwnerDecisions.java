package dev.sluice.store.ledger;

import dev.sluice.model.document.Document;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Carries out what an owner decides about a document: to cancel it, or to have it tried again. */
@Component
public class OwnerDecisions {

  private static final DocumentRow ROW = new DocumentRow();

  private final JdbcClient jdbc;
  private final SweeperSettings sweeper;

  OwnerDecisions(JdbcClient jdbc, SweeperSettings sweeper) {
    this.jdbc = jdbc;
    this.sweeper = sweeper;
  }

  /**
   * Cancels a document that has not ended; empty if it has. A worker on it loses its lease, and so
   * its results are dropped.
   */
  public Optional<Document> cancel(Document document) {
    return jdbc.sql(
            """
            UPDATE document SET state = 'cancelled', failure_code = NULL, failure_detail = NULL,
                lease_until = NULL, completed_at = now()
            WHERE id = :id AND state IN ('received', 'queued', 'parsing', 'retrying')
            RETURNING *
            """)
        .param("id", document.id().value())
        .query(ROW)
        .optional();
  }

  /**
   * Begins a document again that ended without results; false if it did not. The caller publishes
   * its ticket.
   */
  public boolean retry(Document document) {
    try {
      return beginAnew(document) == 1;
    } catch (DuplicateKeyException sentAgain) {
      throw new FailureException(
          Failure.of(
              FailureCode.CONFLICT,
              "The same content was sent again since this document was cancelled."),
          Map.of("state", document.state().label()));
    }
  }

  private int beginAnew(Document document) {
    return jdbc.sql(
            "UPDATE document SET "
                + DocumentRestart.ASSIGNMENTS
                + " WHERE id = :id AND state IN ('dead', 'invalid', 'cancelled')")
        .param("id", document.id().value())
        .param("publishWithin", sweeper.publishWithin().toMillis() / 1000.0)
        .update();
  }
}
