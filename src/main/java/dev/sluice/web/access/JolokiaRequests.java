package dev.sluice.web.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Requests to Jolokia, by which the console reads and operates MBeans. What they may do is in
 * jolokia-access.xml.
 */
final class JolokiaRequests {

  /** All of them. */
  static final RequestMatcher ALL =
      new OrRequestMatcher(under("/jolokia/**"), under("/hawtio/jolokia/**"));

  /**
   * Those that the console has no need of. A GET needs no CSRF token, so a link of another page
   * could operate with it; a page of another host sends its origin along.
   */
  static final RequestMatcher REFUSED =
      request -> ALL.matches(request) && !(isPost(request) && isFromOwnPage(request));

  private JolokiaRequests() {}

  private static RequestMatcher under(String path) {
    return PathPatternRequestMatcher.withDefaults().matcher(path);
  }

  private static boolean isPost(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod());
  }

  /** The scheme is not compared: a proxy may speak TLS with the browser. */
  private static boolean isFromOwnPage(HttpServletRequest request) {
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    return origin == null
        || origin
            .replaceFirst("^https?://", "")
            .equalsIgnoreCase(request.getHeader(HttpHeaders.HOST));
  }
}
