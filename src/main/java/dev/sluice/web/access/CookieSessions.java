package dev.sluice.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Knows who is logged in by a cookie. */
public interface CookieSessions {

  /** The session whose cookie the request has; empty if there is none, or it is over. */
  Optional<CookieSession> find(HttpServletRequest request);

  /**
   * A session that is not over.
   *
   * @param csrfToken what its pages send with all that changes something
   */
  record CookieSession(UUID id, Caller caller, Instant expiresAt, String csrfToken) {

    private static final String ATTRIBUTE = CookieSession.class.getName();

    /** The session by which this request came; empty if it came with a key, or a login. */
    public static Optional<CookieSession> of(HttpServletRequest request) {
      return Optional.ofNullable((CookieSession) request.getAttribute(ATTRIBUTE));
    }

    void attachTo(HttpServletRequest request) {
      request.setAttribute(ATTRIBUTE, this);
    }

    /** Leaves out the token. */
    @Override
    public String toString() {
      return "CookieSession[" + id + "]";
    }
  }
}
