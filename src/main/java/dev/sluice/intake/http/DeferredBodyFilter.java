package dev.sluice.intake.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the bodies of requests unread until a bean reads them. Camel's HTTP binding copies every
 * body before a route's first step, without a limit; if it sees a length of 0, it leaves the stream
 * to code that limits it, such as {@link UploadReader}.
 */
@Component
class DeferredBodyFilter extends OncePerRequestFilter {

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    // The decoded path: no spelling gets around this.
    String path = request.getServletPath();
    return !path.startsWith("/api/v1/") && !path.startsWith("/calendars/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new UnreadBody(request), response);
  }

  /**
   * Reports a length of 0 where Camel asks; {@link #getContentLengthLong} still reports the real
   * one.
   */
  private static final class UnreadBody extends HttpServletRequestWrapper {
    UnreadBody(HttpServletRequest request) {
      super(request);
    }

    @Override
    public int getContentLength() {
      return 0;
    }
  }
}
