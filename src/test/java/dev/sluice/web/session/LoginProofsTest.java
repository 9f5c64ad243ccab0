package dev.sluice.web.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.web.access.LoginMeans;
import dev.sluice.web.access.OpsSettings;
import dev.sluice.web.access.SecretToken;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoginProofsTest {

  private final CookieValue cookie = new CookieValue(UUID.randomUUID(), SecretToken.create(""));

  @Test
  void anotherOpsPasswordEndsTheSessionsOfTheOneBefore() {
    LoginProofs before = new LoginProofs(null, new OpsSettings("ops", "first-password"));
    LoginProofs after = new LoginProofs(null, new OpsSettings("ops", "second-password"));

    String kept = before.kept(LoginProof.ofPassword("first-password"), cookie);

    assertThat(before.isGood(LoginMeans.PASSWORD, kept, cookie)).isTrue();
    assertThat(after.isGood(LoginMeans.PASSWORD, kept, cookie)).isFalse();
  }

  @Test
  void noPasswordAndNoSecretIsKeptOrShown() {
    LoginProof proof = LoginProof.ofPassword("first-password");
    LoginProofs proofs = new LoginProofs(null, new OpsSettings("ops", "first-password"));

    assertThat(proofs.kept(proof, cookie)).doesNotContain("first-password", cookie.secret());
    assertThat(proof.toString()).doesNotContain("first-password");
    assertThat(new LoginRequest("a-key", null, null).toString()).doesNotContain("a-key");
  }
}
