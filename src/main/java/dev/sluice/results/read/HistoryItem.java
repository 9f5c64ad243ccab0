package dev.sluice.results.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.Origin;
import java.time.Instant;

/**
 * Something that happened to a document.
 *
 * @param kind the state that it came into, or {@code restarted}, {@code replayed}, {@code
 *     sent-again} or {@code original-deleted}
 * @param attempt number of the last attempt that was begun; a restart takes a number as well; null
 *     before the first
 * @param code of the failure that was seen, or null
 * @param detail of that failure, or null
 * @param origin by which door it came, or null if it did not come
 * @param source where it lay at its sender, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HistoryItem(
    Instant at,
    String kind,
    Integer attempt,
    String code,
    String detail,
    Origin origin,
    String source) {}
