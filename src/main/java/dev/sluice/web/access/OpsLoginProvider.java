package dev.sluice.web.access;

import dev.sluice.web.access.FailedLogins.LoginAttempt;
import dev.sluice.web.access.LoginMetrics.Outcome;
import dev.sluice.web.connection.ClientNetwork;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks logins by password, and has those who failed too often wait, before any hash is made. */
final class OpsLoginProvider implements AuthenticationProvider {

  private static final Logger LOG = LoggerFactory.getLogger(OpsLoginProvider.class);

  private final AuthenticationProvider passwords;
  private final FailedLogins failed;
  private final LoginMetrics metrics;
  private final KeyedDigest digest = KeyedDigest.ofThisProcess();

  OpsLoginProvider(AuthenticationProvider passwords, FailedLogins failed, LoginMetrics metrics) {
    this.passwords = passwords;
    this.failed = failed;
    this.metrics = metrics;
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return passwords.supports(authentication);
  }

  @Override
  public Authentication authenticate(Authentication login) {
    LoginAttempt attempt = attempt(login);
    Optional<Duration> wait = failed.waitOf(attempt);
    if (wait.isPresent()) {
      metrics.login(LoginMeans.PASSWORD, Outcome.BLOCKED);
      throw new TooManyLogins(wait.get());
    }
    try {
      Authentication good = passwords.authenticate(login);
      failed.succeeded(attempt);
      metrics.login(LoginMeans.PASSWORD, Outcome.GOOD);
      return good;
    } catch (AuthenticationException bad) {
      metrics.login(LoginMeans.PASSWORD, Outcome.BAD);
      if (failed.failed(attempt)) {
        LOG.warn(
            "A login from {} failed; sluice_logins_total counts those that follow",
            attempt.network());
      }
      throw bad;
    }
  }

  /** Names are kept as digests, too: a stranger's may be long, and may be somebody's password. */
  private LoginAttempt attempt(Authentication login) {
    return new LoginAttempt(
        networkOf(login.getDetails()),
        digest.of(login.getName()),
        digest.of(login.getName() + '\n' + login.getCredentials()));
  }

  private static String networkOf(Object details) {
    return ClientNetwork.of(
        details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "");
  }
}
