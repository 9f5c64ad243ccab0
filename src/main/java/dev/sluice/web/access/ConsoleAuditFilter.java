package dev.sluice.web.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.web.problem.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Has what is done at the console entered in the audit: operations that it runs on MBeans, and
 * attributes that it sets. It asks Jolokia for them, by a JSON body.
 */
final class ConsoleAuditFilter extends OncePerRequestFilter {

  private static final List<String> CHANGES = List.of("exec", "write");

  /** Operations that only look, as the console does all the time. */
  private static final Pattern LOOKS =
      Pattern.compile("(dump|get|is|has|list|browse|find|query|search|show|inspect|count).*");

  /** Longest body that is looked into, in bytes; of a longer one only that it came is entered. */
  private static final int LONGEST_BODY = 64 * 1024;

  private final Consumer<AuditEvent> log;
  private final ObjectMapper json;

  ConsoleAuditFilter(Consumer<AuditEvent> log, ObjectMapper json) {
    this.log = log;
    this.json = json;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !JolokiaRequests.ALL.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    ContentCachingRequestWrapper cached =
        new ContentCachingRequestWrapper(request, LONGEST_BODY + 1);
    ContentCachingResponseWrapper answered = new ContentCachingResponseWrapper(response);
    chain.doFilter(cached, answered);
    List<AuditEvent> events = login == null ? List.of() : events(login.getName(), cached, answered);
    answered.copyBodyToResponse();
    events.forEach(log);
  }

  private List<AuditEvent> events(
      String actor, ContentCachingRequestWrapper request, ContentCachingResponseWrapper response) {
    String requestId = RequestId.of(request);
    byte[] body = request.getContentAsByteArray();
    if (body.length > LONGEST_BODY) {
      return List.of(
          AuditEvent.of(actor, "console", "long request", null, response.getStatus(), requestId));
    }
    return JolokiaCall.of(json, body, response.getContentAsByteArray(), response.getStatus())
        .stream()
        .filter(call -> CHANGES.contains(call.type()))
        .filter(call -> !looks(call))
        .map(call -> event(actor, call, requestId))
        .toList();
  }

  private static boolean looks(JolokiaCall call) {
    return call.type().equals("exec") && LOOKS.matcher(call.member()).matches();
  }

  private static AuditEvent event(String actor, JolokiaCall call, String requestId) {
    String target = call.mbean() + "/" + call.member();
    return AuditEvent.of(actor, "console", call.type(), target, call.status(), requestId);
  }
}
