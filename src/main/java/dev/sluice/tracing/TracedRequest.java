package dev.sluice.tracing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A request whose traceparent is that of its own span, for the routes. */
final class TracedRequest extends HttpServletRequestWrapper {

  private final String traceparent;

  TracedRequest(HttpServletRequest request, String traceparent) {
    super(request);
    this.traceparent = traceparent;
  }

  @Override
  public String getHeader(String name) {
    return isOurs(name) ? traceparent : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isOurs(name) ? Collections.enumeration(List.of(traceparent)) : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
    names.removeIf(TracedRequest::isOurs);
    names.add(Traceparent.HEADER);
    return Collections.enumeration(names);
  }

  private static boolean isOurs(String name) {
    return Traceparent.HEADER.equalsIgnoreCase(name);
  }
}
