package dev.sluice.web.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * An API key as ops see it.
 *
 * @param label what ops call it
 * @param secret the key itself: only in the answer that creates it, else null
 * @param endsAt when another key from the configuration replaces it, or null
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
    Instant revokedAt) {}
