package dev.sluice.web.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has Tomcat break the connection of an answer that is not whole. Without a length of its own the
 * caller could not tell it from one that is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenAnswerFilter extends OncePerRequestFilter {

  private static final String RESULTS = "/api/v1/documents/";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(RESULTS);
  }

  /** The routes answer on threads of their own; what follows comes as another dispatch. */
  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new OpenResponse(response));
    Optional<IOException> broken = BrokenAnswer.of(request);
    if (broken.isPresent() && !request.isAsyncStarted()) {
      throw broken.get();
    }
  }
}
