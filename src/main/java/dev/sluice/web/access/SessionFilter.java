package dev.sluice.web.access;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.access.CookieSessions.CookieSession;
import dev.sluice.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a caller of whoever is logged in by a cookie. Browsers send cookies by themselves, so what
 * changes something must have the session's token, too. Requests with a key or a login of their own
 * pass: their cookie does not count.
 */
final class SessionFilter extends OncePerRequestFilter {

  /** The header with the token. */
  static final String TOKEN = "X-CSRF-Token";

  /** The login itself, to which an earlier session must be no obstacle. */
  static final RequestMatcher LOGIN =
      PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/api/v1/session");

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

  private final CookieSessions sessions;
  private final ProblemWriter problems;

  SessionFilter(CookieSessions sessions, ProblemWriter problems) {
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getCookies() == null
        || request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || request.getHeader(ApiKeyFilter.KEY_HEADER) != null
        || LOGIN.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<CookieSession> session = sessions.find(request);
    if (session.isPresent() && !isMeant(request, session.get())) {
      problems.write(
          request,
          response,
          FailureCode.CSRF_TOKEN_REQUIRED,
          "A request by cookie that changes something needs the session's " + TOKEN + ".");
      return;
    }
    session.ifPresent(
        known -> {
          known.attachTo(request);
          ApiKeyFilter.authenticate(known.caller());
        });
    chain.doFilter(request, response);
  }

  private static boolean isMeant(HttpServletRequest request, CookieSession session) {
    String sent = request.getHeader(TOKEN);
    return READS.contains(request.getMethod())
        || sent != null && MessageDigest.isEqual(bytes(sent), bytes(session.csrfToken()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
