package dev.sluice.web.access;

import dev.sluice.web.access.FailedLogins.LoginAttempt;
import dev.sluice.web.access.LoginMetrics.Outcome;
import dev.sluice.web.connection.ClientNetwork;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Checks logins by password, and has those who failed too often wait, before any hash is made. */
final class OpsLoginProvider implements AuthenticationProvider {

  private static final Logger LOG = LoggerFactory.getLogger(OpsLoginProvider.class);
  private static final String MAC = "HmacSHA256";

  private final AuthenticationProvider passwords;
  private final FailedLogins failed;
  private final LoginMetrics metrics;
  private final SecretKeySpec secret;

  OpsLoginProvider(AuthenticationProvider passwords, FailedLogins failed, LoginMetrics metrics) {
    this.passwords = passwords;
    this.failed = failed;
    this.metrics = metrics;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    this.secret = new SecretKeySpec(random, MAC);
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
      metrics.password(Outcome.BLOCKED);
      throw new TooManyLogins(wait.get());
    }
    try {
      Authentication good = passwords.authenticate(login);
      failed.succeeded(attempt);
      metrics.password(Outcome.GOOD);
      return good;
    } catch (AuthenticationException bad) {
      metrics.password(Outcome.BAD);
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
        digest(login.getName()),
        digest(login.getName() + '\n' + login.getCredentials()));
  }

  private static String networkOf(Object details) {
    return ClientNetwork.of(
        details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "");
  }

  private String digest(String text) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(secret);
      return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JVM has " + MAC, e);
    }
  }
}
