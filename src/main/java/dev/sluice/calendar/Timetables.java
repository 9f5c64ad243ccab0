package dev.sluice.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.document.DocumentId;
import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import dev.sluice.timetable.TimetableEvent;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds timetables, with what their profiles say of the institution. */
@Component
class Timetables {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  Timetables(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The document's timetable; throws {@link FailureException} if it is none. */
  Timetable of(DocumentId id) {
    String profile =
        jdbc.sql("SELECT profile FROM timetable WHERE document_id = ?")
            .param(id.value())
            .query(String.class)
            .optional()
            .orElseThrow(
                () ->
                    new FailureException(
                        FailureCode.NOT_FOUND, "The document is no timetable of a known kind."));
    return new Timetable(
        profile,
        events(id),
        new AcademicYear(ZoneId.of("Africa/Johannesburg"), Map.of(), List.of(), null));
  }

  /** Which events are wanted. */
  Predicate<TimetableEvent> chosen(String groups) {
    return event -> true;
  }

  private List<TimetableEvent> events(DocumentId id) {
    return jdbc.sql("SELECT event FROM timetable_event WHERE document_id = ? ORDER BY number")
        .param(id.value())
        .query((row, n) -> read(row.getString("event")))
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
