package dev.sluice.intake.http;

import dev.sluice.intake.IntakeSettings;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses uploads at a replica that takes nothing in; another one behind the same address does. */
@Component
class ClosedDoorFilter extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final IntakeSettings intake;
  private final ProblemWriter problems;

  ClosedDoorFilter(IntakeSettings intake, ProblemWriter problems) {
    this.intake = intake;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return intake.enabled()
        || !request.getServletPath().startsWith("/api/v1/uploads")
        || READING.contains(request.getMethod());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    problems.write(
        request,
        response,
        FailureCode.ADMISSION_CLOSED,
        "This replica takes nothing in (sluice.intake.enabled).");
  }
}
