package dev.sluice.web.contract;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.contract.ApiContract.Address;
import dev.sluice.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses calls that the contract does not have, as Camel's answer to them echoes what the caller
 * sent, and all calls until all routes have begun. HEAD is answered wherever GET is: the server
 * leaves out the body.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1) // whoever counts calls sees what they are answered as
class ContractFilter extends OncePerRequestFilter {

  private final ApiContract contract = ApiContract.load();
  private final ProblemWriter problems;
  private volatile boolean started;

  ContractFilter(ProblemWriter problems) {
    this.problems = problems;
  }

  /** Lets calls through: before this, some routes may have begun and others not. */
  @EventListener(ApplicationStartedEvent.class)
  void start() {
    started = true;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith(ApiContract.ROOT + "/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<Address> address = contract.find(request.getRequestURI());
    if (!started) {
      problems.write(
          request, response, FailureCode.NOT_SERVING, "The API does not serve requests yet.");
    } else if (address.isEmpty()) {
      problems.write(request, response, FailureCode.NOT_FOUND, "There is no such address.");
    } else if (!address.get().methods().contains(request.getMethod())) {
      response.setHeader(HttpHeaders.ALLOW, String.join(", ", address.get().methods()));
      problems.write(
          request, response, FailureCode.METHOD_NOT_ALLOWED, "This method is not allowed here.");
    } else if (request.getMethod().equals("HEAD") && address.get().isHeadOfGet()) {
      chain.doFilter(new Get(request), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static final class Get extends HttpServletRequestWrapper {

    Get(HttpServletRequest head) {
      super(head);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    /** A part is for GET only. */
    @Override
    public String getHeader(String name) {
      return name.equalsIgnoreCase(HttpHeaders.RANGE) ? null : super.getHeader(name);
    }
  }
}
