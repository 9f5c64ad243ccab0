package dev.sluice.store.ledger;

import dev.sluice.model.document.DocumentState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts documents, as the balance of the books needs them. */
@Component
public class DocumentCounts {

  private static final int WORTH_ADDING_UP = 100;
  private static final int NEWEST = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private volatile long lost;

  DocumentCounts(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /**
   * The number of documents at one moment.
   *
   * @param received ever
   * @param deleted by their owners
   * @param lost less than the tally says, when all were last recounted
   */
  public record Count(Map<DocumentState, Long> byState, long received, long deleted, long lost) {

    /** Received, less all that are accounted for: 0 unless a document was lost or doubled. */
    public long imbalance() {
      long present = byState.values().stream().mapToLong(Long::longValue).sum();
      return received - present - deleted + lost;
    }

    /** Documents that have not ended yet. */
    public long inFlight() {
      return byState.entrySet().stream()
          .filter(count -> !count.getKey().isFinal())
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** How many documents wait to be worked on, counted no further than to {@code limit}. */
  public long waiting(long limit) {
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM document WHERE state IN ('received', 'queued', 'retrying')
              LIMIT :limit) AS waiting
            """)
        .param("limit", limit)
        .query(Long.class)
        .single();
  }

  /** Owners of documents that have waited for a second, among the newest of all documents. */
  public Set<String> ownersWaiting() {
    return jdbc.sql(
            """
            SELECT DISTINCT owner FROM (
              SELECT owner, state, received_at FROM document
              ORDER BY id DESC LIMIT :newest) AS newest
            WHERE state IN ('received', 'queued') AND received_at < now() - interval '1 second'
            """)
        .param("newest", NEWEST)
        .query(String.class)
        .set();
  }

  /** Seconds that the longest waiting document has waited; 0 if none waits. */
  public double oldestWaitingSeconds() {
    return jdbc.sql(
            """
            SELECT coalesce(extract(epoch FROM now() - min(since)), 0) FROM (
              SELECT received_at AS since FROM document
              WHERE state IN ('received', 'queued', 'retrying') AND attempts = 0
              UNION ALL -- who comes again waits since then
              SELECT (SELECT max(at) FROM document_event WHERE document_id = document.id)
              FROM document
              WHERE state IN ('received', 'queued', 'retrying') AND attempts > 0) AS waiting
            """)
        .query(Double.class)
        .single();
  }

  /** How many documents of an owner have not expired, counted no further than to {@code limit}. */
  public long of(String owner, long limit) {
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM document WHERE owner = :owner AND state <> 'expired'
              LIMIT :limit) AS present
            """)
        .param("owner", owner)
        .param("limit", limit)
        .query(Long.class)
        .single();
  }

  /**
   * How many of an owner's documents are not final yet, counted no further than to {@code limit}.
   */
  public long unfinishedOf(String owner, long limit) {
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM document
              WHERE owner = :owner AND state IN ('received', 'queued', 'parsing', 'retrying')
              LIMIT :limit) AS unfinished
            """)
        .param("owner", owner)
        .param("limit", limit)
        .query(Long.class)
        .single();
  }

  /**
   * Counts all documents at one moment, as one statement sees one snapshot. Those that have not
   * ended are counted by their rows, the others by the tally that each change of a row leaves.
   */
  public Count take() {
    Map<DocumentState, Long> byState = new EnumMap<>(DocumentState.class);
    for (DocumentState state : DocumentState.values()) {
      byState.put(state, 0L);
    }
    long[] totals = new long[2];
    jdbc.sql(
            """
            SELECT what, sum(documents) AS documents FROM document_tally GROUP BY what
            UNION ALL
            SELECT state, count(*) FROM document
            WHERE state IN ('received', 'queued', 'parsing', 'retrying') GROUP BY state
            """)
        .query(
            row -> {
              long documents = row.getLong("documents");
              switch (row.getString("what")) {
                case "entered" -> totals[0] = documents;
                case "deleted" -> totals[1] = documents;
                default -> byState.put(DocumentState.of(row.getString("what")), documents);
              }
            });
    return new Count(byState, totals[0], totals[1], lost);
  }

  /** Makes the tally short again. A concurrent caller waits and finds it done. */
  public void addUp() {
    jdbc.sql(
            """
            WITH changes AS (
                DELETE FROM document_tally
                WHERE (SELECT count(*) FROM document_tally) > :worthIt
                RETURNING what, documents)
            INSERT INTO document_tally (what, documents)
            SELECT what, sum(documents) FROM changes GROUP BY what
            """)
        .param("worthIt", WORTH_ADDING_UP)
        .update();
  }

  /** Compares the tally with the rows themselves, all of them: it may take up to a minute. */
  public void recount() {
    lost =
        transaction.execute(
            started -> {
              jdbc.sql("SET LOCAL statement_timeout = 0").update();
              return missingRows();
            });
  }

  private long missingRows() {
    return jdbc.sql(
            """
            SELECT (
                SELECT coalesce(sum(documents), 0) FROM document_tally
                WHERE what NOT IN ('entered', 'deleted')) - (
                SELECT count(*) FROM document
                WHERE state IN ('completed', 'invalid', 'dead', 'cancelled', 'expired'))
            """)
        .query(Long.class)
        .single();
  }
}
