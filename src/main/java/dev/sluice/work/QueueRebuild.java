package dev.sluice.work;

import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.store.ledger.OverdueParts;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refills a queue that has lost its tickets. It is safe if the queue has not, because the second of
 * two tickets of a document claims nothing.
 */
@Component
public class QueueRebuild {

  private static final Logger LOG = LoggerFactory.getLogger(QueueRebuild.class);

  /** Largest number of rows in one statement, so that none holds its rows for long. */
  private static final int BATCH = 5_000;

  private static final UUID FIRST = new UUID(0, 0);

  private final JdbcClient jdbc;
  private final OverdueParts parts;

  QueueRebuild(JdbcClient jdbc, OverdueParts parts) {
    this.jdbc = jdbc;
    this.parts = parts;
  }

  /**
   * The numbers of documents and parts that the sweeper has to publish.
   *
   * @param documents that wait
   * @param parts of large documents that wait
   */
  public record Backlog(long documents, long parts) {}

  /**
   * Makes every document and part that waits for a worker overdue. Those that wait for a retry are
   * left alone: they become overdue by themselves when their delay is over.
   */
  public Backlog rebuild() {
    long documents = 0;
    for (DocumentState state : List.of(DocumentState.RECEIVED, DocumentState.QUEUED)) {
      for (Lane lane : Lane.values()) {
        documents += makeOverdue(state, lane);
      }
    }
    long waiting = parts.makeOverdue();
    LOG.warn("Rebuilding the queue: {} documents, {} parts are overdue now", documents, waiting);
    return new Backlog(documents, waiting);
  }

  private long makeOverdue(DocumentState state, Lane lane) {
    long documents = 0;
    List<UUID> done = makeOverdue(state, lane, FIRST);
    while (!done.isEmpty()) {
      documents += done.size();
      done = makeOverdue(state, lane, done.get(0));
    }
    return documents;
  }

  /** The next batch after this id; the last comes first. */
  private List<UUID> makeOverdue(DocumentState state, Lane lane, UUID after) {
    return jdbc.sql(
            """
            WITH overdue AS (
                UPDATE document SET lease_until = now()
                WHERE id IN (
                    SELECT id FROM document
                    WHERE state = :state AND state IN ('received', 'queued') -- as the index has it
                      AND lane = :lane AND id > :after
                    ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING id)
            SELECT id FROM overdue ORDER BY id DESC
            """)
        .param("state", state.label())
        .param("lane", lane.label())
        .param("after", after)
        .param("limit", BATCH)
        .query(UUID.class)
        .list();
  }
}
