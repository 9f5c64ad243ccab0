package dev.sluice.store.ledger;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;

/** Reads a {@link Document} from a row of the ledger. */
public final class DocumentRow implements RowMapper<Document> {

  @Override
  public Document mapRow(ResultSet row, int number) throws SQLException {
    return new Document(
        new DocumentId(row.getObject("id", UUID.class)),
        row.getString("owner"),
        row.getString("sha256"),
        row.getLong("size_bytes"),
        row.getString("file_name"),
        row.getString("media_type"),
        Origin.of(row.getString("origin")),
        row.getString("origin_ref"),
        Lane.of(row.getString("lane")),
        row.getString("profile"),
        DocumentState.of(row.getString("state")),
        row.getInt("attempts"),
        row.getInt("forgiven"),
        row.getInt("outages"),
        Duration.ofMillis(row.getLong("millis_spent")),
        row.getString("failure_code"),
        row.getString("failure_detail"),
        row.getObject("page_count", Integer.class),
        row.getInt("pages_done"),
        List.of((String[]) row.getArray("defects").getArray()),
        row.getString("parser_version"),
        row.getString("claim_key"),
        instant(row, "received_at"),
        instant(row, "started_at"),
        instant(row, "completed_at"),
        instant(row, "expires_at"),
        instant(row, "original_deleted_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
