package dev.sluice.web.session;

import dev.sluice.web.access.LoginMeans;
import dev.sluice.web.access.OpsSettings;
import dev.sluice.web.access.ValidKeys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Knows whether what a session began with is still good: a revoked key ends its sessions, as does
 * another ops password. Passwords are kept in a form that is of no use without the cookie.
 */
@Component
class LoginProofs {

  private final ValidKeys keys;
  private final OpsSettings ops;

  LoginProofs(ValidKeys keys, OpsSettings ops) {
    this.keys = keys;
    this.ops = ops;
  }

  /** What the session keeps of it. */
  String kept(LoginProof proof, CookieValue cookie) {
    return proof.means() == LoginMeans.PASSWORD ? cookie.fingerprint(proof.value()) : proof.value();
  }

  /** Whether it is good now. */
  boolean isGood(LoginMeans means, String kept, CookieValue cookie) {
    return means == LoginMeans.PASSWORD
        ? MessageDigest.isEqual(bytes(kept), bytes(cookie.fingerprint(ops.password())))
        : mayBeGood(means, kept);
  }

  /** The same as far as it can be told without the cookie. */
  boolean mayBeGood(LoginMeans means, String kept) {
    return means != LoginMeans.KEY || keys.isValid(UUID.fromString(kept));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
