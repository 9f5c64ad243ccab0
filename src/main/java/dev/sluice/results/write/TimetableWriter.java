package dev.sluice.results.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.DocumentId;
import dev.sluice.pdf.content.Flag;
import dev.sluice.timetable.Timetable;
import dev.sluice.timetable.TimetableEvent;
import dev.sluice.timetable.TimetableFindings;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes the events of a document that is a timetable. */
@Component
class TimetableWriter {

  private static final int BATCH = 500;

  private static final String INSERT_EVENT =
      "INSERT INTO timetable_event (document_id, number, event) VALUES (?, ?, ?::jsonb)";

  /** Adds a flag after those that its page has already. */
  private static final String INSERT_FLAG =
      """
      INSERT INTO page_flag (document_id, page, number, code, text)
      SELECT ?, ?, coalesce(max(number), 0) + 1, ?, ? FROM page_flag
      WHERE document_id = ? AND page = ?
      """;

  private final JdbcTemplate jdbc;
  private final ObjectMapper json;

  TimetableWriter(JdbcTemplate jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Writes all of it, in the transaction at hand. */
  void insert(DocumentId id, TimetableFindings findings) {
    if (findings.timetable() != null) {
      insert(id, findings.timetable());
    }
    findings.flags().forEach(flag -> insert(id, flag));
  }

  private void insert(DocumentId id, Timetable timetable) {
    jdbc.update(
        "INSERT INTO timetable (document_id, profile, rows_seen) VALUES (?, ?, ?)",
        id.value(),
        timetable.profile(),
        timetable.rowsSeen());
    List<TimetableEvent> events = timetable.events();
    for (int from = 0; from < events.size(); from += BATCH) {
      insert(id, from, events.subList(from, Math.min(from + BATCH, events.size())));
    }
  }

  private void insert(DocumentId id, int before, List<TimetableEvent> events) {
    List<Object[]> rows =
        IntStream.range(0, events.size())
            .mapToObj(at -> new Object[] {id.value(), before + at + 1, toJson(events.get(at))})
            .toList();
    jdbc.batchUpdate(INSERT_EVENT, rows);
  }

  private void insert(DocumentId id, Flag flag) {
    jdbc.update(
        INSERT_FLAG, id.value(), flag.page(), flag.code(), flag.text(), id.value(), flag.page());
  }

  private String toJson(TimetableEvent event) {
    try {
      return json.writeValueAsString(event);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event holds only plain values", e);
    }
  }
}
