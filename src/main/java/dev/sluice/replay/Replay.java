package dev.sluice.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.sluice.model.document.Lane;
import java.time.Instant;
import java.util.UUID;

/**
 * A replay as the audit records it.
 *
 * @param matches number of its documents
 * @param via api or console
 * @param criteria a {@link DeadLetterFilter} as JSON
 * @param calledOffBy who called it off, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Replay(
    UUID id,
    long matches,
    String requestedBy,
    String via,
    Instant requestedAt,
    @JsonRawValue String criteria,
    Lane lane,
    int perSecond,
    String calledOffBy,
    Instant calledOffAt) {}
