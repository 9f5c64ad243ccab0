package dev.sluice.results.read;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.store.ledger.DocumentRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the ledger how far documents are. */
@Component
class ProgressQueries {

  /** Largest number of documents of a batch that are followed, the newest. */
  private static final int FOLLOWED = 1000;

  private final JdbcClient jdbc;
  private final QueuePositions positions;

  ProgressQueries(JdbcClient jdbc, QueuePositions positions) {
    this.jdbc = jdbc;
    this.positions = positions;
  }

  /** How far a document is, by its row. */
  Progress progress(Document document) {
    return Progress.of(document, positions.of(document));
  }

  /** How far documents are; those that are gone are said to be deleted. */
  Map<DocumentId, Progress> progress(Collection<DocumentId> ids) {
    List<Progress> found =
        jdbc
            .sql("SELECT * FROM document WHERE id = ANY(:ids)")
            .param("ids", uuids(ids))
            .query(new DocumentRow())
            .list()
            .stream()
            .map(this::progress)
            .toList();
    return withGone(ids, found);
  }

  /** The same of an owner's documents; those of others are said to be deleted, too. */
  Map<DocumentId, Progress> progress(String owner, Collection<DocumentId> ids) {
    List<Progress> found =
        jdbc
            .sql("SELECT * FROM document WHERE id = ANY(:ids) AND owner = :owner")
            .param("ids", uuids(ids))
            .param("owner", owner)
            .query(new DocumentRow())
            .list()
            .stream()
            .map(this::progress)
            .toList();
    return withGone(ids, found);
  }

  boolean isBatch(String owner, BatchId id) {
    return jdbc.sql("SELECT count(*) FROM batch WHERE id = ? AND owner = ?")
            .param(id.value())
            .param(owner)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The documents of batches, by their batch. */
  Map<BatchId, Set<DocumentId>> documents(Set<BatchId> batches) {
    if (batches.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql(
            """
            SELECT batch.id AS batch_id, document_id
            FROM unnest(:ids) AS batch (id) CROSS JOIN LATERAL (
              SELECT document_id FROM batch_document WHERE batch_id = batch.id
              ORDER BY document_id DESC LIMIT :limit) AS newest
            """)
        .param("ids", batches.stream().map(BatchId::value).toArray(UUID[]::new))
        .param("limit", FOLLOWED)
        .query(ProgressQueries::member)
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
  }

  private static Map.Entry<BatchId, DocumentId> member(ResultSet row, int number)
      throws SQLException {
    return Map.entry(
        new BatchId(row.getObject("batch_id", UUID.class)),
        new DocumentId(row.getObject("document_id", UUID.class)));
  }

  private static Map<DocumentId, Progress> withGone(
      Collection<DocumentId> ids, List<Progress> found) {
    Map<DocumentId, Progress> all =
        ids.stream().distinct().collect(Collectors.toMap(id -> id, Progress::deleted));
    found.forEach(progress -> all.put(progress.id(), progress));
    return all;
  }

  private static UUID[] uuids(Collection<DocumentId> ids) {
    return ids.stream().map(DocumentId::value).toArray(UUID[]::new);
  }
}
