package dev.sluice.web.session;

import dev.sluice.web.ApiRequest;
import dev.sluice.web.ListPage;
import dev.sluice.web.access.CookieSessions.CookieSession;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.apache.camel.Header;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The API's calls by which ops see the sessions of all owners, and end them. */
@Component
public class OpsSessionApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final JdbcClient jdbc;
  private final LoginSessions sessions;

  OpsSessionApi(JdbcClient jdbc, LoginSessions sessions) {
    this.jdbc = jdbc;
    this.sessions = sessions;
  }

  /** All sessions or those of an owner, the newest first. */
  public ListPage<SessionListItem> list(@Header(REQUEST) HttpServletRequest http) {
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    UUID current = CookieSession.of(http).map(CookieSession::id).orElse(null);
    String owner = request.read("owner", Function.identity());
    SessionPosition after = request.cursor(SessionPosition::of);
    ListPage<SessionPosition> found =
        ListPage.of(
            positions(owner, after == null ? SessionPosition.NEWEST : after, limit + 1),
            limit,
            SessionPosition::cursor);
    return new ListPage<>(
        found.items().stream()
            .map(position -> sessions.find(position.id()))
            .flatMap(Optional::stream)
            .map(session -> SessionListItem.of(session, current))
            .toList(),
        found.nextCursor());
  }

  private List<SessionPosition> positions(String owner, SessionPosition after, int limit) {
    return jdbc.sql(
            """
            SELECT creation_time, session_id FROM spring_session
            WHERE (CAST(:owner AS text) IS NULL OR principal_name = :owner)
              AND (creation_time, session_id) < (:time, CAST(:id AS char(36)))
            ORDER BY creation_time DESC, session_id DESC LIMIT :limit
            """)
        .param("owner", owner)
        .param("time", after.time())
        .param("id", after.id().toString())
        .param("limit", limit)
        .query(
            (row, n) ->
                new SessionPosition(
                    row.getLong("creation_time"), UUID.fromString(row.getString("session_id"))))
        .list();
  }

  /** Ends the session with this id, whosever it is. */
  public void revoke(@Header("id") String id) {
    LoginSession session =
        sessions
            .find(SessionApi.idOf(id))
            .orElseThrow(() -> SessionApi.noSuchSession("There is no such session."));
    sessions.end(session.caller().owner(), session.id());
  }
}
