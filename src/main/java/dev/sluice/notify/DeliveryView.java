package dev.sluice.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/**
 * A delivery as its owner sees it.
 *
 * @param id that of the event, which the receiver got as {@code webhook-id}
 * @param result of the last attempt
 * @param status that the receiver answered with, if it answered
 * @param nextAttemptAt while it is pending: not before
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
    UUID id,
    String type,
    DocumentId documentId,
    Instant occurredAt,
    DeliveryState state,
    int attempts,
    String result,
    Integer status,
    Instant nextAttemptAt,
    Instant endedAt) {

  static DeliveryView read(ResultSet row, int number) throws SQLException {
    CompletionEvent event = new CompletionEventRowMapper().mapRow(row, number);
    DeliveryState state = DeliveryState.of(row.getString("state"));
    return new DeliveryView(
        event.id(),
        event.type(),
        event.documentId(),
        event.occurredAt(),
        state,
        row.getInt("attempts"),
        row.getString("result"),
        row.getObject("http_status", Integer.class),
        state == DeliveryState.PENDING ? CompletionEventRowMapper.instant(row, "due_at") : null,
        CompletionEventRowMapper.instant(row, "ended_at"));
  }
}
