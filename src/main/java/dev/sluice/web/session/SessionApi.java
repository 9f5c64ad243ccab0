package dev.sluice.web.session;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.AuditFilter;
import dev.sluice.web.access.Caller;
import dev.sluice.web.access.CookieSessions.CookieSession;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The API's calls on sessions. */
@Component
public class SessionApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  /** The property with the header that sets or removes the cookie. */
  private static final String COOKIE = "sessionCookie";

  private final Logins logins;
  private final LoginSessions sessions;
  private final SessionSettings settings;
  private final JsonBody json;

  SessionApi(Logins logins, LoginSessions sessions, SessionSettings settings, JsonBody json) {
    this.logins = logins;
    this.sessions = sessions;
    this.settings = settings;
    this.json = json;
  }

  /** Logs in by a body {@code {key}}, {@code {password}} or {@code {invitation}}. */
  public SessionView logIn(Exchange exchange, @Header(REQUEST) HttpServletRequest http)
      throws IOException {
    requireJson(http);
    LoginRequest login = json.read(http, LoginRequest.class, LoginRequest.SHAPE).checked();
    CookieValue cookie = logins.logIn(http, login);
    exchange.setProperty(COOKIE, SessionCookie.set(http, cookie, settings.keep()));
    LoginSession session =
        sessions
            .find(cookie)
            .orElseThrow(() -> unauthorized("What this login began with has just ended."));
    AuditFilter.loggedIn(http, session.caller(), session.by());
    AuditFilter.made(http, session.id());
    return SessionView.of(session.provedBy(cookie));
  }

  /** Who makes this request. */
  public SessionView show(@Header(REQUEST) HttpServletRequest http) {
    return CookieSession.of(http)
        .map(SessionView::of)
        .orElseGet(() -> SessionView.of(Caller.of(http)));
  }

  /** Ends the session of this request. */
  public void logOut(Exchange exchange, @Header(REQUEST) HttpServletRequest http) {
    CookieSession session =
        CookieSession.of(http).orElseThrow(() -> noSuchSession("This request came by no session."));
    sessions.end(session.caller().owner(), session.id());
    AuditFilter.made(http, session.id());
    exchange.setProperty(COOKIE, SessionCookie.remove(http));
  }

  /** The caller's sessions, the newest first. */
  public Map<String, List<SessionListItem>> list(@Header(REQUEST) HttpServletRequest http) {
    UUID current = CookieSession.of(http).map(CookieSession::id).orElse(null);
    return Map.of(
        "items",
        sessions.list(Caller.of(http).owner()).stream()
            .map(session -> SessionListItem.of(session, current))
            .toList());
  }

  /** Ends the caller's session with this id. */
  public void revoke(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    if (!sessions.end(Caller.of(http).owner(), idOf(id))) {
      throw noSuchSession("There is no such session.");
    }
  }

  /** No page of another site can send this type unless it is allowed to, which none is. */
  private static void requireJson(HttpServletRequest http) {
    if (!isJson(http.getContentType())) {
      throw new FailureException(
          FailureCode.UNSUPPORTED_MEDIA_TYPE, "The Content-Type must be application/json.");
    }
  }

  private static boolean isJson(String type) {
    try {
      return type != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type));
    } catch (InvalidMediaTypeException none) {
      return false;
    }
  }

  /** The id of a session in an address. */
  static UUID idOf(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new FailureException(FailureCode.MALFORMED_ID, "A session's id is a UUID.", e);
    }
  }

  static FailureException noSuchSession(String detail) {
    return new FailureException(FailureCode.NOT_FOUND, detail);
  }

  private static FailureException unauthorized(String detail) {
    return new FailureException(FailureCode.UNAUTHORIZED, detail);
  }
}
