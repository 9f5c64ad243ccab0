package dev.sluice.chaos;

import dev.sluice.guarantee.FoundDocument;
import dev.sluice.guarantee.History;
import dev.sluice.guarantee.LedgerView;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** What ledger and object store have, read from them and not through Sluice. */
record ChaosFindings(Rig rig, S3Client s3, History history) {

  private static final String DOCUMENTS =
      """
      SELECT d.*,
          (SELECT count(*) FROM document_event e
           WHERE e.document_id = d.id AND e.to_state = 'completed') AS completions,
          ARRAY(SELECT text FROM page p WHERE p.document_id = d.id ORDER BY number) AS pages
      FROM document d ORDER BY id
      """;

  private static final String BOOKS =
      """
      SELECT (SELECT count(*) FROM document_event WHERE from_state IS NULL) AS received,
          (SELECT count(*) FROM document) AS present,
          (SELECT count(*) FROM document_event WHERE to_state IS NULL) AS deleted
      """;

  /** Counts once, at one moment; fails when the database does not answer. */
  void count() {
    history.counted(
        rig.database(5)
            .sql(BOOKS)
            .query(
                (row, n) ->
                    new LedgerView(
                        Instant.now(),
                        row.getLong("received"),
                        row.getLong("present"),
                        row.getLong("deleted")))
            .single());
  }

  /** Documents that have not ended yet; fails when the database does not answer. */
  List<String> underWay() {
    return rig.database(5)
        .sql(
            """
            SELECT id || ' ' || state || ' attempt ' || attempts FROM document
            WHERE state IN ('received', 'queued', 'parsing', 'retrying') ORDER BY id
            """)
        .query(String.class)
        .list();
  }

  /** Enters all documents with their originals into the history. */
  void collect() {
    database().sql(DOCUMENTS).query((row, n) -> found(row)).list().forEach(history::found);
  }

  /** Attempts beyond the first of each document. */
  long furtherAttempts() {
    return number("SELECT coalesce(sum(greatest(attempts - 1, 0)), 0) FROM document");
  }

  /** Of all originals. */
  long bytes() {
    return number("SELECT coalesce(sum(size_bytes), 0) FROM document");
  }

  /** The longest that a document took from its receipt to its end. */
  Duration slowest() {
    return Duration.ofSeconds(
        number(
            """
            SELECT coalesce(ceil(extract(epoch FROM max(completed_at - received_at))), 0)
            FROM document
            """));
  }

  private long number(String query) {
    return database().sql(query).query(Long.class).single();
  }

  private JdbcClient database() {
    return rig.database(60);
  }

  private FoundDocument found(ResultSet row) throws SQLException {
    return new FoundDocument(
        row.getString("id"),
        row.getString("owner"),
        row.getString("sha256"),
        row.getString("state"),
        row.getString("failure_code"),
        row.getObject("received_at", OffsetDateTime.class).toInstant(),
        row.getInt("completions"),
        strings(row.getArray("pages")),
        originalSha256(row.getString("claim_key")));
  }

  private static List<String> strings(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private String originalSha256(String key) {
    try {
      return Corpus.sha256(
          s3.getObjectAsBytes(request -> request.bucket(rig.servers().claimsBucket()).key(key))
              .asByteArrayUnsafe());
    } catch (NoSuchKeyException missing) {
      return null;
    }
  }
}
