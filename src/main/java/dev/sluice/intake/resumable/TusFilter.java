package dev.sluice.intake.resumable;

import dev.sluice.intake.DocumentSpooler;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.web.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Negotiates the version of the tus protocol with callers. It names the version in every answer,
 * errors included, refuses other versions, and answers OPTIONS itself because Camel keeps that
 * method from routes. X-HTTP-Method-Override counts in place of the method, as the protocol has it
 * for clients that cannot send PATCH.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class TusFilter extends OncePerRequestFilter {

  private static final String HEADER = "Tus-Resumable";
  private static final String OVERRIDE = "X-HTTP-Method-Override";
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS");
  private static final String VERSION = "1.0.0";
  private static final String EXTENSIONS = "creation,termination,checksum,expiration";

  private final DocumentSpooler spooler;
  private final ProblemWriter problems;

  TusFilter(DocumentSpooler spooler, ProblemWriter problems) {
    this.spooler = spooler;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/v1/uploads/resumable");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest sent, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpServletRequest request = withMeantMethod(sent);
    response.setHeader(HEADER, VERSION);
    if (request.getMethod().equals("OPTIONS")) {
      describe(response);
    } else if (request.getMethod().equals("GET") || VERSION.equals(request.getHeader(HEADER))) {
      chain.doFilter(request, response);
    } else {
      response.setHeader("Tus-Version", VERSION);
      problems.write(
          request, response, FailureCode.TUS_VERSION_UNKNOWN, "Tus-Resumable must be " + VERSION);
    }
  }

  private static HttpServletRequest withMeantMethod(HttpServletRequest sent) {
    String method = sent.getHeader(OVERRIDE);
    if (method == null || !METHODS.contains(method)) {
      return sent;
    }
    return new HttpServletRequestWrapper(sent) {
      @Override
      public String getMethod() {
        return method;
      }
    };
  }

  private void describe(HttpServletResponse response) {
    response.setHeader("Tus-Version", VERSION);
    response.setHeader("Tus-Extension", EXTENSIONS);
    response.setHeader("Tus-Max-Size", String.valueOf(spooler.maxBytesOfAny()));
    response.setHeader("Tus-Checksum-Algorithm", String.join(",", UploadChecksum.ALGORITHMS));
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
