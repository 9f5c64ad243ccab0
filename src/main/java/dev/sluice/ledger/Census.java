package dev.sluice.ledger;

import dev.sluice.document.DocumentState;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts documents, as the balance of the books needs them. */
@Component
public class Census {

  private final JdbcClient jdbc;

  Census(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How many documents there are.
   *
   * @param received ever
   * @param deleted by their owners
   */
  public record Count(Map<DocumentState, Long> byState, long received, long deleted) {

    /** Received, less all that are accounted for: 0 unless a document was lost or doubled. */
    public long imbalance() {
      long present = byState.values().stream().mapToLong(Long::longValue).sum();
      return received - present - deleted;
    }

    /** Documents that have not ended yet. */
    public long inFlight() {
      return byState.entrySet().stream()
          .filter(count -> !count.getKey().isFinal())
          .mapToLong(Map.Entry::getValue)
          .sum();
    }
  }

  /** How many documents wait to be worked on, counted no further than to {@code most}. */
  public long waiting(long most) {
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM document WHERE state IN ('received', 'queued', 'retrying')
              LIMIT :most) AS waiting
            """)
        .param("most", most)
        .query(Long.class)
        .single();
  }

  /** For how many seconds the document waits that has waited longest; 0 if none does. */
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

  /**
   * How many of an owner's documents are not final yet, counted no further than to {@code most}.
   */
  public long unfinishedOf(String owner, long most) {
    return jdbc.sql(
            """
            SELECT count(*) FROM (
              SELECT 1 FROM document
              WHERE owner = :owner AND state IN ('received', 'queued', 'parsing', 'retrying')
              LIMIT :most) AS unfinished
            """)
        .param("owner", owner)
        .param("most", most)
        .query(Long.class)
        .single();
  }

  /** Counts all at one moment: one statement sees one snapshot. */
  public Count take() {
    Map<DocumentState, Long> byState = new EnumMap<>(DocumentState.class);
    for (DocumentState state : DocumentState.values()) {
      byState.put(state, 0L);
    }
    long[] totals = new long[2];
    jdbc.sql(
            """
            SELECT state AS what, count(*) AS documents FROM document GROUP BY state
            UNION ALL
            SELECT '+', count(*) FROM document_event WHERE from_state IS NULL
            UNION ALL
            SELECT '-', count(*) FROM document_event WHERE to_state IS NULL
            """)
        .query(
            row -> {
              long documents = row.getLong("documents");
              switch (row.getString("what")) {
                case "+" -> totals[0] = documents;
                case "-" -> totals[1] = documents;
                default -> byState.put(DocumentState.of(row.getString("what")), documents);
              }
            });
    return new Count(byState, totals[0], totals[1]);
  }
}
