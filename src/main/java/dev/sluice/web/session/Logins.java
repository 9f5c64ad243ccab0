package dev.sluice.web.session;

import dev.sluice.web.access.Caller;
import dev.sluice.web.access.LoginMeans;
import dev.sluice.web.access.LoginVerifier;
import dev.sluice.web.access.ValidKey;
import dev.sluice.web.access.ValidKeys;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Logs people in who have a key, the ops password, or an invitation. */
@Component
class Logins {

  private static final int MAX_USER_AGENT = 120;

  private final LoginVerifier verifier;
  private final ValidKeys keys;
  private final Invitations invitations;
  private final LoginSessions sessions;

  Logins(LoginVerifier verifier, ValidKeys keys, Invitations invitations, LoginSessions sessions) {
    this.verifier = verifier;
    this.keys = keys;
    this.invitations = invitations;
    this.sessions = sessions;
  }

  /** Begins a session. One that this browser had is over, as its cookie is replaced. */
  CookieValue logIn(HttpServletRequest http, LoginRequest login) {
    CookieValue begun = begin(http, login);
    SessionCookie.read(http)
        .flatMap(sessions::find)
        .ifPresent(earlier -> sessions.end(earlier.caller().owner(), earlier.id()));
    return begun;
  }

  private CookieValue begin(HttpServletRequest http, LoginRequest login) {
    if (login.key() != null) {
      ValidKey key = verifier.secret(http, LoginMeans.KEY, login.key().strip(), keys::findValid);
      return sessions.begin(key.caller(), LoginProof.ofKey(key.id()), userAgent(http));
    }
    if (login.password() != null) {
      Caller ops = verifier.password(http, login.password());
      return sessions.begin(ops, LoginProof.ofPassword(login.password()), userAgent(http));
    }
    Caller guest =
        verifier.secret(
            http,
            LoginMeans.INVITATION,
            login.invitation().strip(),
            token -> invitations.take(token, LoopbackPeer.sent(http)));
    return sessions.begin(guest, LoginProof.ofInvitation(), userAgent(http));
  }

  private static String userAgent(HttpServletRequest http) {
    String name = http.getHeader(HttpHeaders.USER_AGENT);
    String readable = name == null ? "" : name.replaceAll("[^ -~]", "");
    return readable.substring(0, Math.min(readable.length(), MAX_USER_AGENT));
  }
}
