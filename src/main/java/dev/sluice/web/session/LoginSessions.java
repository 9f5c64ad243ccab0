package dev.sluice.web.session;

import static org.springframework.session.FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;

import dev.sluice.web.access.Caller;
import dev.sluice.web.access.CookieSessions;
import dev.sluice.web.access.LoginMeans;
import dev.sluice.web.access.Role;
import dev.sluice.web.access.SecretToken;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Begins, finds and ends the sessions of people who logged in. All replicas share them, and a
 * restart keeps them. Whatever else verifies people begins their sessions here, too.
 */
@Component
public class LoginSessions implements CookieSessions {

  private static final String ROLE = "role";
  private static final String SECRET_HASH = "secretHash";
  private static final String MEANS = "means";
  private static final String PROOF = "proof";
  private static final String USER_AGENT = "userAgent";

  /** Uses of a session that are closer together than this write nothing. */
  private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

  private final JdbcIndexedSessionRepository repository;
  private final FindByIndexNameSessionRepository<Session> sessions;
  private final LoginProofs proofs;
  private final SessionSettings settings;

  @SuppressWarnings("unchecked") // the repository's own type of sessions has no public name
  LoginSessions(
      JdbcIndexedSessionRepository repository, LoginProofs proofs, SessionSettings settings) {
    this.repository = repository;
    this.sessions =
        (FindByIndexNameSessionRepository<Session>)
            (FindByIndexNameSessionRepository<?>) repository;
    this.proofs = proofs;
    this.settings = settings;
  }

  /**
   * Begins a session; its owner's oldest ones make room if there are too many.
   *
   * @param proof of which the session lasts no longer
   */
  CookieValue begin(Caller caller, LoginProof proof, String userAgent) {
    makeRoom(caller.owner());
    Session session = sessions.createSession();
    CookieValue cookie = new CookieValue(UUID.fromString(session.getId()), SecretToken.create(""));
    session.setAttribute(PRINCIPAL_NAME_INDEX_NAME, caller.owner());
    session.setAttribute(ROLE, caller.role().label());
    session.setAttribute(SECRET_HASH, hash(cookie));
    session.setAttribute(MEANS, proof.means().name());
    session.setAttribute(PROOF, proofs.kept(proof, cookie));
    session.setAttribute(USER_AGENT, userAgent);
    sessions.save(session);
    return cookie;
  }

  @Override
  public Optional<CookieSession> find(HttpServletRequest request) {
    return SessionCookie.read(request)
        .flatMap(cookie -> find(cookie).map(session -> session.provedBy(cookie)));
  }

  /** The session that the cookie proves; ends it if what it began with is no longer good. */
  Optional<LoginSession> find(CookieValue cookie) {
    Session session = sessions.findById(cookie.id().toString());
    if (session == null || !isSecretOf(session, cookie)) {
      return Optional.empty();
    }
    if (!proofs.isGood(means(session), session.getAttribute(PROOF), cookie)) {
      sessions.deleteById(session.getId());
      return Optional.empty();
    }
    noteUse(session);
    return Optional.of(view(session));
  }

  /** The owner's sessions, the newest first. */
  List<LoginSession> list(String owner) {
    return sessions.findByPrincipalName(owner).values().stream()
        .filter(session -> !session.isExpired())
        .filter(session -> proofs.mayBeGood(means(session), session.getAttribute(PROOF)))
        .map(LoginSessions::view)
        .sorted(Comparator.comparing(LoginSession::createdAt).reversed())
        .toList();
  }

  /** Ends a session of the owner; false if it has none with this id. */
  boolean end(String owner, UUID id) {
    Session session = sessions.findById(id.toString());
    if (session == null || !owner.equals(session.getAttribute(PRINCIPAL_NAME_INDEX_NAME))) {
      return false;
    }
    sessions.deleteById(session.getId());
    return true;
  }

  /** The session with this id, if it is not over. */
  Optional<LoginSession> find(UUID id) {
    return Optional.ofNullable(sessions.findById(id.toString()))
        .filter(session -> !session.isExpired())
        .filter(session -> proofs.mayBeGood(means(session), session.getAttribute(PROOF)))
        .map(LoginSessions::view);
  }

  /** Removes sessions that are over. */
  public void expire() {
    repository.cleanUpExpiredSessions();
  }

  private void makeRoom(String owner) {
    list(owner).stream()
        .skip(settings.perOwner() - 1L)
        .forEach(session -> sessions.deleteById(session.id().toString()));
  }

  /** Its end stays where it is, though the repository counts from the last use. */
  private void noteUse(Session session) {
    Instant now = Instant.now();
    if (session.getLastAccessedTime().plus(USE_NOTED_EVERY).isAfter(now)) {
      return;
    }
    Instant end = end(session);
    Duration left = Duration.ofSeconds(Duration.between(now, end).toSeconds() + 1);
    session.setLastAccessedTime(end.minus(left));
    session.setMaxInactiveInterval(left);
    sessions.save(session);
  }

  private static Instant end(Session session) {
    return session.getLastAccessedTime().plus(session.getMaxInactiveInterval());
  }

  private static boolean isSecretOf(Session session, CookieValue cookie) {
    return session.getAttribute(SECRET_HASH) instanceof String kept
        && MessageDigest.isEqual(HexFormat.of().parseHex(kept), SecretToken.hash(cookie.secret()));
  }

  private static String hash(CookieValue cookie) {
    return HexFormat.of().formatHex(SecretToken.hash(cookie.secret()));
  }

  private static LoginMeans means(Session session) {
    return LoginMeans.valueOf(session.getAttribute(MEANS));
  }

  private static LoginSession view(Session session) {
    return new LoginSession(
        UUID.fromString(session.getId()),
        new Caller(
            session.getAttribute(PRINCIPAL_NAME_INDEX_NAME), Role.of(session.getAttribute(ROLE))),
        means(session),
        session.getCreationTime(),
        session.getLastAccessedTime(),
        end(session),
        session.getAttribute(USER_AGENT));
  }
}
