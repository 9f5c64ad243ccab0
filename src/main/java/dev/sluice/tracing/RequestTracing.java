package dev.sluice.tracing;

import dev.sluice.web.access.RequestEnd;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes a span of each call of the API that may change something, and of those that only read if
 * their callers trace them. It continues the caller's trace.
 */
final class RequestTracing extends OncePerRequestFilter {

  /** Begins the paths of the API. */
  static final String PATHS = "/api/v1/";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** The rest of a path may hold names, which belong in no trace. */
  private static final Pattern RESOURCE = Pattern.compile(PATHS + "([a-z-]{1,20})(?:/.*)?");

  private static final Pattern DOCUMENT = Pattern.compile(PATHS + "documents/([0-9a-f-]{36})");

  private final Tracer tracer;

  RequestTracing(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod()) && request.getHeader(Traceparent.HEADER) == null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var parent = Traceparent.read(request.getHeader(Traceparent.HEADER));
    Span span =
        tracer
            .spanBuilder(name(request))
            .setSpanKind(SpanKind.SERVER)
            .setParent(parent)
            .setAttribute("http.request.method", request.getMethod())
            .startSpan();
    var traced = new TracedRequest(request, Traceparent.of(parent.with(span)));
    try (var id = MDC.putCloseable(TraceIdInLogs.LOG_KEY, span.getSpanContext().getTraceId())) {
      chain.doFilter(traced, response);
    } finally {
      RequestEnd.then(request, () -> end(span, response));
    }
  }

  private static String name(HttpServletRequest request) {
    Matcher path = RESOURCE.matcher(request.getServletPath());
    return request.getMethod() + " " + PATHS + (path.matches() ? path.group(1) : "");
  }

  private static void end(Span span, HttpServletResponse response) {
    int status = response.getStatus();
    span.setAttribute("http.response.status_code", status);
    if (status >= 500) {
      span.setStatus(StatusCode.ERROR);
    }
    noteDocument(span, response.getHeader("Location"));
    noteDocument(span, response.getHeader("Content-Location"));
    span.end();
  }

  private static void noteDocument(Span span, String location) {
    if (location != null) {
      Matcher document = DOCUMENT.matcher(location);
      if (document.find()) {
        span.setAttribute(TracedDocument.ID, document.group(1));
      }
    }
  }
}
