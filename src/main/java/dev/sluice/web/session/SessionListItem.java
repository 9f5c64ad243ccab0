package dev.sluice.web.session;

import dev.sluice.web.access.LoginMeans;
import dev.sluice.web.access.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * A session in its owner's list.
 *
 * @param current whether the list was asked for by this one
 */
record SessionListItem(
    UUID id,
    String owner,
    Role role,
    LoginMeans by,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    String userAgent,
    boolean current) {

  static SessionListItem of(LoginSession session, UUID current) {
    return new SessionListItem(
        session.id(),
        session.caller().owner(),
        session.caller().role(),
        session.by(),
        session.createdAt(),
        session.lastUsedAt(),
        session.expiresAt(),
        session.userAgent(),
        session.id().equals(current));
  }
}
