package dev.sluice.web.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.web.access.Caller;
import dev.sluice.web.access.CookieSessions.CookieSession;
import dev.sluice.web.access.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * Who makes a request, as the API tells it.
 *
 * @param id of the session; null, as is all that follows, if the request came with a key
 * @param csrfToken what goes into the header X-CSRF-Token
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionView(String owner, Role role, UUID id, Instant expiresAt, String csrfToken) {

  static SessionView of(CookieSession session) {
    return new SessionView(
        session.caller().owner(),
        session.caller().role(),
        session.id(),
        session.expiresAt(),
        session.csrfToken());
  }

  static SessionView of(Caller caller) {
    return new SessionView(caller.owner(), caller.role(), null, null, null);
  }

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "SessionView[" + id + "]";
  }
}
