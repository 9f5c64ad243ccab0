package dev.sluice.web.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a session. Its name is another one than the console's, as cookies ignore ports.
 * Under TLS the name begins with {@code __Host-}: browsers take that from this very host alone.
 */
final class SessionCookie {

  private static final String NAME = "sluice";
  private static final String NAME_UNDER_TLS = "__Host-" + NAME;

  private SessionCookie() {}

  /** The value that the request has; empty if there is none that could be ours. */
  static Optional<CookieValue> read(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(name(request)))
        .findFirst()
        .map(Cookie::getValue)
        .flatMap(CookieValue::parse);
  }

  /** The header that sets it. */
  static String set(HttpServletRequest request, CookieValue value, Duration maxAge) {
    return header(request, value.text(), maxAge);
  }

  /** The header that removes it. */
  static String remove(HttpServletRequest request) {
    return header(request, "", Duration.ZERO);
  }

  private static String header(HttpServletRequest request, String value, Duration maxAge) {
    return ResponseCookie.from(name(request), value)
        .path("/")
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .maxAge(maxAge)
        .build()
        .toString();
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? NAME_UNDER_TLS : NAME;
  }
}
