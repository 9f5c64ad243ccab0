package dev.sluice.web.session;

import dev.sluice.web.access.KeyedDigest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a session's cookie holds: the session's id, by which it is found, and the secret that proves
 * whose it is. The database has the secret's hash only.
 */
record CookieValue(UUID id, String secret) {

  private static final Pattern FORM =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([A-Za-z0-9_-]{43})");

  /** Reads one; empty if it cannot be one of ours. */
  static Optional<CookieValue> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new CookieValue(UUID.fromString(form.group(1)), form.group(2)))
        : Optional.empty();
  }

  /** As the cookie has it. */
  String text() {
    return id + "." + secret;
  }

  /** The token against forged requests: it follows from the secret, so it need not be kept. */
  String csrfToken() {
    return KeyedDigest.by(secret).of("csrf");
  }

  /** A password as the session keeps it: of no use to guess it without the cookie. */
  String fingerprint(String password) {
    return KeyedDigest.by(secret).of("password\n" + password);
  }

  /** Leaves out the secret. */
  @Override
  public String toString() {
    return "CookieValue[" + id + "]";
  }
}
