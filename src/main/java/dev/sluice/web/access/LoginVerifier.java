package dev.sluice.web.access;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.access.FailedLogins.LoginAttempt;
import dev.sluice.web.access.LoginMetrics.Outcome;
import dev.sluice.web.connection.ClientNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Verifies what somebody logs in with, and has those who failed too often wait. Passwords share
 * their bounds with the ops login; keys and invitations have bounds of their own, so that their
 * guessers keep no ops out.
 */
public final class LoginVerifier {

  private static final Logger LOG = LoggerFactory.getLogger(LoginVerifier.class);

  private final AuthenticationProvider passwords;
  private final String opsUser;
  private final FailedLogins failed;
  private final LoginMetrics metrics;
  private final KeyedDigest digest = KeyedDigest.ofThisProcess();

  LoginVerifier(
      AuthenticationProvider passwords, String opsUser, FailedLogins failed, LoginMetrics metrics) {
    this.passwords = passwords;
    this.opsUser = opsUser;
    this.failed = failed;
    this.metrics = metrics;
  }

  /** The ops user, if this is its password; throws {@link FailureException} that says why not. */
  public Caller password(HttpServletRequest from, String password) {
    var login = UsernamePasswordAuthenticationToken.unauthenticated(opsUser, password);
    login.setDetails(new WebAuthenticationDetails(from.getRemoteAddr(), null));
    try {
      return new Caller(passwords.authenticate(login).getName(), Role.OPS);
    } catch (TooManyLogins tooMany) {
      throw new FailureException(tooMany.failure());
    } catch (AuthenticationException wrong) {
      throw wrong(LoginMeans.PASSWORD);
    }
  }

  /** What a lookup finds for a secret; throws {@link FailureException} if it may not or is none. */
  public <T> T secret(
      HttpServletRequest from,
      LoginMeans means,
      String secret,
      Function<String, Optional<T>> lookup) {
    String network = ClientNetwork.of(from.getRemoteAddr());
    LoginAttempt attempt = new LoginAttempt(network, means.label(), digest.of(secret));
    Optional<Duration> wait = failed.waitOf(attempt);
    if (wait.isPresent()) {
      metrics.login(means, Outcome.BLOCKED);
      throw new FailureException(new TooManyLogins(wait.get()).failure());
    }
    Optional<T> found = lookup.apply(secret);
    if (found.isEmpty()) {
      noteWrong(attempt, means);
      throw wrong(means);
    }
    failed.succeeded(attempt);
    metrics.login(means, Outcome.GOOD);
    return found.get();
  }

  private void noteWrong(LoginAttempt attempt, LoginMeans means) {
    metrics.login(means, Outcome.BAD);
    if (failed.failed(attempt)) {
      LOG.warn(
          "A login by {} from {} failed; sluice_logins_total counts those that follow",
          means.label(),
          attempt.network());
    }
  }

  private static FailureException wrong(LoginMeans means) {
    return new FailureException(
        FailureCode.UNAUTHORIZED,
        switch (means) {
          case PASSWORD -> "This is not the ops password.";
          case KEY -> "The API key is not known, was revoked, or has ended.";
          case INVITATION -> "The invitation was used, is over, or is not for this address.";
        });
  }
}
