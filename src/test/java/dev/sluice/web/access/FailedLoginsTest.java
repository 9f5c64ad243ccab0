package dev.sluice.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.TestClock;
import dev.sluice.web.access.FailedLogins.LoginAttempt;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailedLoginsTest {

  private static final LoginAttempt GUESS = new LoginAttempt("here", "ops", "wrong");
  private static final LoginAttempt RIGHT = new LoginAttempt("here", "ops", "right");

  private final TestClock clock = new TestClock();
  private final FailedLogins logins = new FailedLogins(clock);

  @Test
  void afterTenFailuresTheNextHasToWaitSixSeconds() {
    // When
    fail(GUESS, FailedLogins.PER_ACCOUNT - 1);
    assertThat(logins.waitOf(GUESS)).isEmpty();
    fail(GUESS, 1);

    // Then
    assertThat(logins.waitOf(GUESS)).contains(Duration.ofSeconds(6));
    clock.pass(Duration.ofSeconds(6));
    assertThat(logins.waitOf(GUESS)).isEmpty();
  }

  @Test
  void otherNetworksDoNotHaveToWait() {
    fail(GUESS, 100);

    assertThat(logins.waitOf(new LoginAttempt("there", "ops", "wrong"))).isEmpty();
  }

  @Test
  void otherNamesDoNotGetAroundIt() {
    for (int name = 0; name < FailedLogins.PER_NETWORK; name++) {
      fail(new LoginAttempt("here", "name-" + name, "wrong"), 1);
    }

    assertThat(logins.waitOf(new LoginAttempt("here", "another", "wrong"))).isPresent();
  }

  @Test
  void whatWasRightThereBeforeNeverWaits() {
    // Given
    logins.succeeded(RIGHT);

    // When
    fail(GUESS, 100);

    // Then
    assertThat(logins.waitOf(RIGHT)).isEmpty();
    assertThat(logins.waitOf(new LoginAttempt("there", "ops", "right"))).isEmpty();
    assertThat(logins.waitOf(GUESS)).isPresent();
  }

  @Test
  void whatIsRightElsewhereWaitsWhereItWasNeverUsed() {
    logins.succeeded(new LoginAttempt("there", "ops", "right"));

    fail(GUESS, 100);

    assertThat(logins.waitOf(RIGHT)).isPresent();
  }

  @Test
  void theFirstFailureInAWhileIsTold() {
    assertThat(logins.failed(GUESS)).isTrue();
    assertThat(logins.failed(GUESS)).isFalse();

    clock.pass(Duration.ofMinutes(2));
    assertThat(logins.failed(GUESS)).isTrue();
  }

  private void fail(LoginAttempt attempt, int times) {
    for (int n = 0; n < times; n++) {
      logins.failed(attempt);
    }
  }
}
