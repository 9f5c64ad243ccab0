package dev.sluice.web.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a session. Its name is another one than the console's, and has the port by which
 * the browser found this server unless it is a usual one, as cookies ignore ports: two servers on
 * one host would log people out of each other. Under TLS the name begins with {@code __Host-}:
 * browsers take that from this very host alone.
 */
final class SessionCookie {

  private static final String NAME = "sluice";
  private static final String UNDER_TLS = "__Host-";

  /** Ports that are not in the name: those of HTTP and TLS, and the one of this server. */
  private static final Set<Integer> USUAL_PORTS = Set.of(80, 443, 8080);

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
    int port = request.getServerPort(); // of the Host header
    String name = USUAL_PORTS.contains(port) ? NAME : NAME + "-" + port;
    return request.isSecure() ? UNDER_TLS + name : name;
  }
}
