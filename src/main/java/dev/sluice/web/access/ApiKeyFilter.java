package dev.sluice.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns an API key, or an ops login by password, into a {@link Caller}. */
final class ApiKeyFilter extends OncePerRequestFilter {

  private static final String BEARER = "Bearer ";
  private static final int LONGEST_KEY = 512;

  private final ApiKeys keys;

  ApiKeyFilter(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    presentedKey(request).flatMap(keys::find).ifPresent(this::authenticate);
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
            : request.getHeader("X-API-Key");
    return Optional.ofNullable(key).filter(k -> !k.isBlank() && k.length() <= LONGEST_KEY);
  }

  private void authenticate(Caller caller) {
    var authority = new SimpleGrantedAuthority("ROLE_" + caller.role().name());
    SecurityContextHolder.getContext()
        .setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of(authority)));
  }

  private static Caller callerOf(Authentication authentication) {
    return authentication.getPrincipal() instanceof Caller caller
        ? caller
        : new Caller(authentication.getName(), Role.OPS);
  }
}
