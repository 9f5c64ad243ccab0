package dev.sluice.web.access;

import jakarta.servlet.http.HttpServletRequest;

/** The caller of a request, who sees the documents of the owner. */
public record Caller(String owner, Role role) {

  private static final String ATTRIBUTE = Caller.class.getName();

  /** The caller that the security filters found for this request. */
  public static Caller of(HttpServletRequest request) {
    return (Caller) request.getAttribute(ATTRIBUTE);
  }

  // As an attribute, because routes run on other threads than the filters.
  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
