package dev.sluice.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.fixture.TestClock;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class LoginVerifierTest {

  private static final String HERE = "192.0.2.1";

  private final TestClock clock = new TestClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicInteger lookups = new AtomicInteger();
  private final LoginVerifier verifier =
      new LoginVerifier(null, "ops", new FailedLogins(clock), new LoginMetrics(meters));

  @Test
  void whoeverGuessesSecretsHasToWaitBeforeAnotherIsLookedUp() {
    // When
    for (int guess = 0; guess < FailedLogins.PER_ACCOUNT; guess++) {
      assertThat(refusal(LoginMeans.KEY, "guess-" + guess)).isEqualTo(FailureCode.UNAUTHORIZED);
    }

    // Then
    assertThat(refusal(LoginMeans.KEY, "right")).isEqualTo(FailureCode.TOO_MANY_LOGINS);
    assertThat(lookups).hasValue(FailedLogins.PER_ACCOUNT);
    assertThat(count(LoginMeans.KEY, "bad")).isEqualTo(FailedLogins.PER_ACCOUNT);
    assertThat(count(LoginMeans.KEY, "blocked")).isEqualTo(1);

    // When
    clock.pass(Duration.ofSeconds(6));

    // Then
    assertThat(logIn(HERE, LoginMeans.KEY, "right")).isEqualTo("found");
    assertThat(count(LoginMeans.KEY, "good")).isEqualTo(1);
  }

  @Test
  void whoeverWasRightFromThereBeforeDoesNotWait() {
    // Given
    logIn(HERE, LoginMeans.KEY, "right");

    // When
    for (int guess = 0; guess < 100; guess++) {
      refusal(LoginMeans.KEY, "guess-" + guess);
    }

    // Then
    assertThat(logIn(HERE, LoginMeans.KEY, "right")).isEqualTo("found");
  }

  @Test
  void guessedKeysKeepOutNeitherInvitationsNorOtherNetworks() {
    for (int guess = 0; guess < FailedLogins.PER_ACCOUNT; guess++) {
      refusal(LoginMeans.KEY, "guess-" + guess);
    }

    assertThat(logIn(HERE, LoginMeans.INVITATION, "right")).isEqualTo("found");
    assertThat(logIn("192.0.2.2", LoginMeans.KEY, "right")).isEqualTo("found");
  }

  private FailureCode refusal(LoginMeans means, String secret) {
    return catchThrowableOfType(FailureException.class, () -> logIn(HERE, means, secret))
        .failure()
        .code();
  }

  private String logIn(String address, LoginMeans means, String secret) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return verifier.secret(request, means, secret, this::lookUp);
  }

  private Optional<String> lookUp(String secret) {
    lookups.incrementAndGet();
    return secret.equals("right") ? Optional.of("found") : Optional.empty();
  }

  private double count(LoginMeans means, String outcome) {
    return meters
        .get("sluice.logins")
        .tags("by", means.label(), "outcome", outcome)
        .counter()
        .count();
  }
}
