package dev.sluice.web.session;

import dev.sluice.web.access.LoginMeans;
import java.util.UUID;

/**
 * What somebody logged in with, of which the session lasts no longer.
 *
 * @param value the key's id or the password; empty for an invitation, which is used up
 */
record LoginProof(LoginMeans means, String value) {

  static LoginProof ofKey(UUID id) {
    return new LoginProof(LoginMeans.KEY, id.toString());
  }

  static LoginProof ofPassword(String password) {
    return new LoginProof(LoginMeans.PASSWORD, password);
  }

  static LoginProof ofInvitation() {
    return new LoginProof(LoginMeans.INVITATION, "");
  }

  /** Leaves out the value, which may be a password. */
  @Override
  public String toString() {
    return "LoginProof[" + means + "]";
  }
}
