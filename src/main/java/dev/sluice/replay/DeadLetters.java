package dev.sluice.replay;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.store.ledger.DocumentRow;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds documents that ended as dead or invalid, whoever owns them. */
@Component
public class DeadLetters {

  private static final DocumentRow ROW = new DocumentRow();
  private static final int LONGEST_HISTORY = 1_000;

  private final JdbcClient jdbc;

  DeadLetters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that ended last come first; after the position, if there is one. */
  List<Document> list(DeadLetterFilter filter, DeadLetterCursor after, int limit) {
    String beyond =
        after == null
            ? ""
            : " AND (" + DeadLetterFilter.ENDED_AT + ", d.id) < (CAST(:at AS timestamptz), :id)";
    return jdbc.sql(
            "SELECT d.* FROM document d WHERE "
                + filter.conditions()
                + beyond
                + " ORDER BY "
                + DeadLetterFilter.ENDED_AT
                + " DESC, d.id DESC LIMIT :limit")
        .params(filter.parameters())
        .param("at", after == null ? null : after.at().toString())
        .param("id", after == null ? null : after.id().value())
        .param("limit", limit)
        .query(ROW)
        .list();
  }

  /** How many dead documents there are of each failure's code, most first. */
  public Map<String, Long> countDeadByCode() {
    return countByCode(DeadLetterFilter.of(DocumentState.DEAD));
  }

  /** How many there are of each failure's code, most first. */
  Map<String, Long> countByCode(DeadLetterFilter filter) {
    Map<String, Long> counts = new LinkedHashMap<>();
    jdbc.sql(
            "SELECT coalesce(d.failure_code, 'none') AS code, count(*) AS documents FROM document d"
                + " WHERE "
                + filter.conditions()
                + " GROUP BY 1 ORDER BY 2 DESC, 1")
        .params(filter.parameters())
        .query(
            row -> {
              counts.put(row.getString("code"), row.getLong("documents"));
            });
    return counts;
  }

  /** Any document with its history: one that was replayed may have left the dead letters. */
  DocumentHistory inspect(DocumentId id) {
    Document document = find(id).orElseThrow(DeadLetters::notFound);
    return new DocumentHistory(DeadLetterView.of(document), history(id));
  }

  /** A document that ended as dead or invalid; all others are only for their owners to see. */
  Document failed(DocumentId id) {
    Document document = find(id).orElseThrow(DeadLetters::notFound);
    if (document.state() != DocumentState.DEAD && document.state() != DocumentState.INVALID) {
      throw new FailureException(
          Failure.of(FailureCode.CONFLICT, "The document is neither dead nor invalid."),
          Map.of("state", document.state().label()));
    }
    return document;
  }

  private Optional<Document> find(DocumentId id) {
    return jdbc.sql("SELECT * FROM document WHERE id = ?").param(id.value()).query(ROW).optional();
  }

  private List<DocumentHistory.Event> history(DocumentId id) {
    return jdbc.sql(
            """
            SELECT at, from_state, to_state, attempt, code, detail FROM document_event
            WHERE document_id = :id ORDER BY number LIMIT :limit
            """)
        .param("id", id.value())
        .param("limit", LONGEST_HISTORY)
        .query(
            (row, n) ->
                new DocumentHistory.Event(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("from_state"),
                    row.getString("to_state"),
                    row.getInt("attempt"),
                    row.getString("code"),
                    row.getString("detail")))
        .list();
  }

  private static FailureException notFound() {
    return new FailureException(FailureCode.NOT_FOUND, "There is no such document.");
  }
}
