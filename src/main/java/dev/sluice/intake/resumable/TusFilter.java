package dev.sluice.intake.resumable;

import dev.sluice.failure.FailureCode;
import dev.sluice.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Has callers agree to the protocol's version, and names it in every answer, errors as well. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class TusFilter extends OncePerRequestFilter {

  private static final String HEADER = "Tus-Resumable";
  private static final String VERSION = "1.0.0";
  private static final Set<String> OUTSIDE_THE_PROTOCOL = Set.of("OPTIONS", "GET");

  private final ProblemWriter problems;

  TusFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/v1/uploads/resumable");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HEADER, VERSION);
    if (OUTSIDE_THE_PROTOCOL.contains(request.getMethod())
        || VERSION.equals(request.getHeader(HEADER))) {
      chain.doFilter(request, response);
    } else {
      response.setHeader("Tus-Version", VERSION);
      problems.write(
          request, response, FailureCode.TUS_VERSION_UNKNOWN, "Tus-Resumable must be " + VERSION);
    }
  }
}
