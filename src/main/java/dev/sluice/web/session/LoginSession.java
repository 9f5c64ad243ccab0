package dev.sluice.web.session;

import dev.sluice.web.access.Caller;
import dev.sluice.web.access.CookieSessions.CookieSession;
import dev.sluice.web.access.LoginMeans;
import java.time.Instant;
import java.util.UUID;

/**
 * A session as its owner sees it.
 *
 * @param id no secret: the cookie has one besides
 * @param lastUsedAt to the minute
 * @param userAgent what the browser called itself at the login, shortened
 */
record LoginSession(
    UUID id,
    Caller caller,
    LoginMeans by,
    Instant createdAt,
    Instant lastUsedAt,
    Instant expiresAt,
    String userAgent) {

  /** The session of a request that has its cookie. */
  CookieSession provedBy(CookieValue cookie) {
    return new CookieSession(id, caller, expiresAt, cookie.csrfToken());
  }
}
