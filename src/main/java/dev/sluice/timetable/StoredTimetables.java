package dev.sluice.timetable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.store.database.ResultReader;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the timetables of completed documents. */
@Component
public class StoredTimetables {

  private final ResultReader results;
  private final ObjectMapper json;

  StoredTimetables(ResultReader results, ObjectMapper json) {
    this.results = results;
    this.json = json;
  }

  /** What the document says as a timetable; empty when it is none. */
  public Optional<Timetable> find(Document document) {
    return results.read(document, database -> find(database, document.id()));
  }

  private Optional<Timetable> find(JdbcClient database, DocumentId id) {
    return database
        .sql("SELECT profile, rows_seen FROM timetable WHERE document_id = ?")
        .param(id.value())
        .query(
            (row, n) ->
                new Timetable(
                    row.getString("profile"),
                    row.getInt("rows_seen"),
                    events(database, id),
                    notUnderstood(database, id)))
        .optional();
  }

  private List<TimetableEvent> events(JdbcClient database, DocumentId id) {
    return database
        .sql("SELECT event FROM timetable_event WHERE document_id = ? ORDER BY number")
        .param(id.value())
        .query((row, n) -> read(row.getString("event")))
        .list();
  }

  private List<UnreadRow> notUnderstood(JdbcClient database, DocumentId id) {
    return database
        .sql(
            """
            SELECT page, text FROM page_flag WHERE document_id = :id AND code = :code
            ORDER BY page, number
            """)
        .param("id", id.value())
        .param("code", UnreadRow.FLAG)
        .query((row, n) -> new UnreadRow(row.getInt("page"), row.getString("text")))
        .list();
  }

  private TimetableEvent read(String event) {
    try {
      return json.readValue(event, TimetableEvent.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event in the database is none", e);
    }
  }
}
