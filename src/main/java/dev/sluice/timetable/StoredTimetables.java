package dev.sluice.timetable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.DocumentId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the timetables of completed documents. */
@Component
public class StoredTimetables {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  StoredTimetables(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** What the document says as a timetable; empty when it is none. */
  public Optional<Timetable> find(DocumentId id) {
    return jdbc.sql("SELECT profile, rows_seen FROM timetable WHERE document_id = ?")
        .param(id.value())
        .query(
            (row, n) ->
                new Timetable(
                    row.getString("profile"),
                    row.getInt("rows_seen"),
                    events(id),
                    notUnderstood(id)))
        .optional();
  }

  private List<TimetableEvent> events(DocumentId id) {
    return jdbc.sql("SELECT event FROM timetable_event WHERE document_id = ? ORDER BY number")
        .param(id.value())
        .query((row, n) -> read(row.getString("event")))
        .list();
  }

  private List<UnreadRow> notUnderstood(DocumentId id) {
    return jdbc.sql(
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
