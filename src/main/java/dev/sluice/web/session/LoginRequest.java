package dev.sluice.web.session;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.util.Objects;
import java.util.stream.Stream;

/** What a login brings: one of the three, the others are null. */
record LoginRequest(String key, String password, String invitation) {

  /** Its form, for whoever got it wrong. */
  static final String SHAPE = "{key}, {password} or {invitation}";

  private static final int MAX_LENGTH = 512;

  /** Itself; throws {@link FailureException} unless it brings exactly one, and that is not long. */
  LoginRequest checked() {
    String[] sent =
        Stream.of(key, password, invitation).filter(Objects::nonNull).toArray(String[]::new);
    if (sent.length != 1) {
      throw new FailureException(FailureCode.BAD_REQUEST, "The body must be one of " + SHAPE + ".");
    }
    if (sent[0].isBlank() || sent[0].length() > MAX_LENGTH) {
      throw new FailureException(
          FailureCode.BAD_REQUEST, "It must have 1 to " + MAX_LENGTH + " characters.");
    }
    return this;
  }

  /** Says nothing, so that no log ever shows a secret. */
  @Override
  public String toString() {
    return "LoginRequest[..]";
  }
}
