package dev.sluice.timetable.plan;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.store.ledger.Ledger;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the completed documents that a plan is about: its owner's timetables of its profile. */
@Component
class PlanDocuments {

  private static final int LONGEST_TITLE = 300;

  private final JdbcClient jdbc;
  private final Ledger ledger;

  PlanDocuments(JdbcClient jdbc, Ledger ledger) {
    this.jdbc = jdbc;
    this.ledger = ledger;
  }

  /** The newest ones with their titles, newest first. */
  List<TimetableView.Source> list(TimetablePlan plan, int limit) {
    return jdbc.sql(
            """
            SELECT id, file_name, received_at,
                left(nullif(btrim(metadata->>'title'), ''), :longest) AS title
            FROM document JOIN timetable ON timetable.document_id = id
            LEFT JOIN document_metadata ON document_metadata.document_id = id
            WHERE owner = :owner AND state = 'completed' AND timetable.profile = :profile
            ORDER BY id DESC LIMIT :limit
            """)
        .param("longest", LONGEST_TITLE)
        .param("owner", plan.owner())
        .param("profile", plan.profile())
        .param("limit", limit)
        .query(
            (row, n) ->
                new TimetableView.Source(
                    new DocumentId(row.getObject("id", UUID.class)),
                    row.getString("file_name"),
                    row.getString("title"),
                    row.getObject("received_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** The newest one. */
  Optional<Document> newest(TimetablePlan plan) {
    return newest(plan, 1).stream().findFirst();
  }

  /** The newest ones as the ledger has them, newest first. */
  List<Document> newest(TimetablePlan plan, int limit) {
    return list(plan, limit).stream()
        .map(source -> ledger.find(plan.owner(), source.id()).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }
}
