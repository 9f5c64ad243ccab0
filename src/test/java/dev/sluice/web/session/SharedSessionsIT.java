package dev.sluice.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKey;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Caller;
import dev.sluice.web.access.OpsSettings;
import dev.sluice.web.access.Role;
import dev.sluice.web.access.ValidKeys;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;

@RunningSluice
class SharedSessionsIT {

  @Autowired LoginSessions here;
  @Autowired ApiKeys keys;
  @Autowired ValidKeys valid;
  @Autowired JdbcOperations jdbc;
  @Autowired PlatformTransactionManager transactions;
  @Autowired SessionSettings settings;
  @Autowired OpsSettings ops;

  private final Caller caller = new Caller("shared-" + UUID.randomUUID(), Role.USER);

  @Test
  void anotherReplicaKnowsASessionAndItsEnd() {
    // Given
    ApiKey key = keys.create(caller.owner(), caller.role(), "");
    CookieValue cookie = here.begin(caller, LoginProof.ofKey(key.id()), "Browser");
    LoginSessions there = replica(ops.password());

    // Then
    assertThat(there.find(cookie)).isEqualTo(here.find(cookie)).isPresent();
    assertThat(there.list(caller.owner())).isEqualTo(here.list(caller.owner())).hasSize(1);

    // When
    there.end(caller.owner(), cookie.id());

    // Then
    assertThat(here.find(cookie)).isEmpty();
  }

  @Test
  void aRestartWithAnotherOpsPasswordEndsTheSessionsOfTheOneBefore() {
    // Given
    CookieValue cookie = here.begin(caller, LoginProof.ofPassword(ops.password()), "Browser");
    Optional<LoginSession> session = here.find(cookie);

    // Then
    assertThat(session.map(LoginSession::caller)).contains(caller);
    assertThat(replica(ops.password()).find(cookie)).isEqualTo(session);
    assertThat(replica("another-password").find(cookie)).isEmpty();
    assertThat(here.list(caller.owner())).isEmpty();
  }

  private LoginSessions replica(String password) {
    return new LoginSessions(
        new SessionConfiguration().sessionRepository(jdbc, transactions, settings),
        new LoginProofs(valid, new OpsSettings(ops.user(), password)),
        settings);
  }
}
