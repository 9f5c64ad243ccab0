package dev.sluice.intake.batch;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.FailureCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The batches of all owners, and what belongs to them. */
@Component
class Batches {

  /** Largest number of refusals shown with a batch: those of the largest ZIP. */
  private static final int SHOWN_REFUSALS = 1000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Batches(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Makes a batch that holds nothing yet. */
  Batch create(String owner, String label) {
    return jdbc.sql("INSERT INTO batch (id, owner, label) VALUES (?, ?, ?) RETURNING *")
        .params(BatchId.next().value(), owner, label)
        .query(Batches::read)
        .single();
  }

  /** The batch, if it is this owner's. */
  Optional<Batch> find(String owner, BatchId id) {
    return jdbc.sql("SELECT * FROM batch WHERE id = ? AND owner = ?")
        .params(id.value(), owner)
        .query(Batches::read)
        .optional();
  }

  /** Notes that files come to a batch, which keeps it; false if it is not this owner's. */
  boolean use(String owner, BatchId id) {
    return jdbc.sql("UPDATE batch SET used_at = now() WHERE id = ? AND owner = ?")
            .params(id.value(), owner)
            .update()
        == 1;
  }

  /** Adds to a new batch, which is not there without what it holds. */
  BatchId addToNew(String owner, BatchAddition addition) {
    return transaction.execute(
        status -> {
          BatchId id = create(owner, null).id();
          write(id, addition);
          return id;
        });
  }

  /** Adds to a batch; false if it is not this owner's, or gone. */
  boolean add(String owner, BatchId id, BatchAddition addition) {
    return transaction.execute(
        status -> {
          boolean there = use(owner, id); // others who add to it wait from here on
          if (there) {
            write(id, addition);
          }
          return there;
        });
  }

  private void write(BatchId id, BatchAddition addition) {
    jdbc.sql(
            """
            DELETE FROM batch_refusal
            WHERE batch_id = :id AND coalesce(source, file_name) = ANY(:names)
            """)
        .param("id", id.value())
        .param("names", addition.names().toArray(String[]::new))
        .update();
    writeDocuments(id, addition.documents());
    writeRefusals(id, addition.refusals());
  }

  // A document that was deleted meanwhile is left out.
  private void writeDocuments(BatchId id, List<DocumentId> documents) {
    jdbc.sql(
            """
            INSERT INTO batch_document (batch_id, document_id)
            SELECT :id, document.id FROM document WHERE document.id = ANY(:documents)
            ORDER BY document.id FOR KEY SHARE
            ON CONFLICT DO NOTHING
            """)
        .param("id", id.value())
        .param("documents", documents.stream().map(DocumentId::value).toArray(UUID[]::new))
        .update();
  }

  private void writeRefusals(BatchId id, List<BatchRefusal> refusals) {
    jdbc.sql(
            """
            INSERT INTO batch_refusal (batch_id, file_name, source, code, detail, request_id)
            SELECT :id, file_name, source, code, detail, request_id
            FROM unnest(:names::text[], :sources::text[], :codes::text[], :details::text[],
                :requests::text[]) WITH ORDINALITY
              AS refusal (file_name, source, code, detail, request_id, number)
            ORDER BY refusal.number
            """)
        .param("id", id.value())
        .param("names", column(refusals, BatchRefusal::fileName))
        .param("sources", column(refusals, BatchRefusal::source))
        .param("codes", column(refusals, refusal -> refusal.problem().code().label()))
        .param("details", column(refusals, refusal -> refusal.problem().detail()))
        .param("requests", column(refusals, refusal -> refusal.problem().requestId()))
        .update();
  }

  private static String[] column(
      List<BatchRefusal> refusals, Function<BatchRefusal, String> value) {
    return refusals.stream().map(value).toArray(String[]::new);
  }

  /** How its documents stand. */
  BatchCounts counts(BatchId id) {
    Map<DocumentState, Long> byState = new EnumMap<>(DocumentState.class);
    long[] withGaps = new long[1];
    jdbc.sql(
            """
            SELECT state, count(*) AS documents,
                count(*) FILTER (WHERE state = 'completed' AND pages_done < page_count) AS with_gaps
            FROM batch_document JOIN document ON document.id = document_id
            WHERE batch_id = ? GROUP BY state
            """)
        .param(id.value())
        .query(
            row -> {
              byState.put(DocumentState.of(row.getString("state")), row.getLong("documents"));
              withGaps[0] += row.getLong("with_gaps");
            });
    return new BatchCounts(byState, withGaps[0]);
  }

  /** How many files became no documents. */
  long refused(BatchId id) {
    return jdbc.sql("SELECT count(*) FROM batch_refusal WHERE batch_id = ?")
        .param(id.value())
        .query(Long.class)
        .single();
  }

  /** The first files that became no documents. */
  List<BatchRefusal> refusals(BatchId id) {
    return jdbc.sql("SELECT * FROM batch_refusal WHERE batch_id = ? ORDER BY number LIMIT ?")
        .params(id.value(), SHOWN_REFUSALS)
        .query(
            (row, n) ->
                BatchRefusal.kept(
                    row.getString("file_name"),
                    row.getString("source"),
                    FailureCode.stored(row.getString("code")),
                    row.getString("detail"),
                    row.getString("request_id")))
        .list();
  }

  private static Batch read(ResultSet row, int number) throws SQLException {
    return new Batch(
        new BatchId(row.getObject("id", UUID.class)),
        row.getString("label"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
