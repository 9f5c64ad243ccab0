package dev.sluice.web.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * An API key as ops and its owner see it.
 *
 * @param label what whoever made it calls it
 * @param secret the key itself: only in the answer that creates it, else null
 * @param endsAt when another key from the configuration replaces it, or null
 * @param lastUsedAt to the minute; null if it was never used
 * @param revokedAt null while it is valid
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiKey(
    UUID id,
    String owner,
    Role role,
    String label,
    String secret,
    Instant createdAt,
    Instant endsAt,
    Instant lastUsedAt,
    Instant revokedAt) {}
