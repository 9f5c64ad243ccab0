package dev.sluice.notify;

import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads an event from a row that has all columns of {@code completion_event}. */
final class CompletionEventRowMapper implements RowMapper<CompletionEvent> {

  /** Those columns, of an {@code e}, for rows that have others as well. */
  static final String COLUMNS =
      "e.id, e.type, e.occurred_at, e.owner, e.document_id, e.state AS document_state,"
          + " e.failure_code, e.attempts AS document_attempts, e.pages, e.defects";

  @Override
  public CompletionEvent mapRow(ResultSet row, int number) throws SQLException {
    UUID document = row.getObject("document_id", UUID.class);
    String state = row.getString("document_state");
    return new CompletionEvent(
        row.getObject("id", UUID.class),
        row.getString("type"),
        instant(row, "occurred_at"),
        row.getString("owner"),
        document == null ? null : new DocumentId(document),
        state == null ? null : DocumentState.of(state),
        row.getString("failure_code"),
        row.getObject("document_attempts", Integer.class),
        row.getObject("pages", Integer.class),
        defects(row.getArray("defects")));
  }

  private static List<String> defects(Array codes) throws SQLException {
    return codes == null ? null : List.of((String[]) codes.getArray());
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
