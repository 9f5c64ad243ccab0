package dev.sluice.web.access;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Refuses a login whose password was not even looked at. */
final class TooManyLogins extends AuthenticationException {

  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  TooManyLogins(Duration retryAfter) {
    super("Too many logins failed.");
    this.retryAfter = retryAfter;
  }

  Failure failure() {
    return new Failure.Transient(
        FailureCode.TOO_MANY_LOGINS, "Too many logins of this account failed here.", retryAfter);
  }
}
