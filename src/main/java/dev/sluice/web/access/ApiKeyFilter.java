package dev.sluice.web.access;

import dev.sluice.web.access.FailedLogins.LoginAttempt;
import dev.sluice.web.access.LoginMetrics.Outcome;
import dev.sluice.web.connection.ClientNetwork;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns an API key, an ops login by password, or a session into a {@link Caller}. */
final class ApiKeyFilter extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyFilter.class);

  /** The header that may have a key in place of Authorization. */
  static final String KEY_HEADER = "X-API-Key";

  private static final String BEARER = "Bearer ";
  private static final int LONGEST_KEY = 512;

  private final FailedLogins failed = new FailedLogins(Clock.systemUTC());
  private final ValidKeys keys;
  private final LoginMetrics metrics;

  ApiKeyFilter(ValidKeys keys, LoginMetrics metrics) {
    this.keys = keys;
    this.metrics = metrics;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    presentedKey(request)
        .ifPresent(
            key ->
                keys.find(key).ifPresentOrElse(ApiKeyFilter::authenticate, () -> noteBad(request)));
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (authentication != null) {
      callerOf(authentication).attachTo(request);
    }
    chain.doFilter(request, response);
  }

  private static Optional<String> presentedKey(HttpServletRequest request) {
    String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
    String key =
        authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
            ? authorization.substring(BEARER.length()).trim()
            : request.getHeader(KEY_HEADER);
    return Optional.ofNullable(key).filter(k -> !k.isBlank() && k.length() <= LONGEST_KEY);
  }

  /** Has the rules of the API see this caller. */
  static void authenticate(Caller caller) {
    var authority = new SimpleGrantedAuthority("ROLE_" + caller.role().name());
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of(authority)));
  }

  /**
   * A key is too long to be guessed, so nobody has to wait: a good one may come from there, too.
   */
  private void noteBad(HttpServletRequest request) {
    metrics.login(LoginMeans.KEY, Outcome.BAD);
    String network = ClientNetwork.of(request.getRemoteAddr());
    if (failed.failed(new LoginAttempt(network, "", ""))) {
      LOG.warn("A key from {} is not valid; sluice_logins_total counts those that follow", network);
    }
  }

  private static Caller callerOf(Authentication authentication) {
    return authentication.getPrincipal() instanceof Caller caller
        ? caller
        : new Caller(authentication.getName(), Role.OPS);
  }
}
