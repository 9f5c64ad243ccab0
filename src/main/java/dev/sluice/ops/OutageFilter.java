package dev.sluice.ops;

import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers calls at once that need a server which is out: 503 and when to come again, instead of a
 * wait for it. Every replica does the same, so none is worse than another and all stay in service.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class OutageFilter extends OncePerRequestFilter {

  private static final String API = "/api/v1/";
  private static final String CALENDARS = "/calendars/";
  private static final String UPLOADS = API + "uploads";

  private final ServerStates states;
  private final FailureClassifier classifier;
  private final ProblemWriter problems;

  OutageFilter(ServerStates states, FailureClassifier classifier, ProblemWriter problems) {
    this.states = states;
    this.classifier = classifier;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return !path.startsWith(API) && !path.startsWith(CALENDARS);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isOut(WatchedServer.DATABASE)) {
      refuse(request, response, WatchedServer.DATABASE);
    } else if (needsStore(request) && isOut(WatchedServer.STORE)) {
      refuse(request, response, WatchedServer.STORE);
    } else {
      pass(request, response, chain);
    }
  }

  /**
   * Filters behind this one look for keys and limits in the database, and may be the first to fail.
   */
  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (RuntimeException e) {
      FailureCode code = classifier.classify(e).code();
      states.failed(code, e);
      boolean isOut = code == WatchedServer.DATABASE.outage();
      if (!isOut || response.isCommitted()) {
        throw e;
      }
      refuse(request, response, WatchedServer.DATABASE);
    }
  }

  private boolean isOut(WatchedServer server) {
    return states.outageOf(server).isPresent();
  }

  private static boolean needsStore(HttpServletRequest request) {
    String path = request.getRequestURI();
    boolean brings = path.startsWith(UPLOADS) && !request.getMethod().equals("OPTIONS");
    return brings || path.endsWith("/original");
  }

  private void refuse(
      HttpServletRequest request, HttpServletResponse response, WatchedServer server)
      throws IOException {
    problems.write(request, response, server.outage(), server.title() + " does not answer.");
  }
}
