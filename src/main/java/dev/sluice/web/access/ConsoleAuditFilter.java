package dev.sluice.web.access;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;

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
    chain.doFilter(cached, response);
    if (login != null) {
      enter(login.getName(), cached, response.getStatus());
    }
  }

  private void enter(String actor, ContentCachingRequestWrapper request, int status) {
    String requestId = RequestId.of(request);
    byte[] body = request.getContentAsByteArray();
    if (body.length > LONGEST_BODY) {
      log.accept(AuditEvent.of(actor, "console", "long request", null, status, requestId));
    } else if (body.length > 0) {
      requests(body)
          .filter(asked -> CHANGES.contains(asked.path("type").asText()))
          .filter(asked -> !looks(asked.path("type").asText(), asked.path("operation").asText()))
          .map(asked -> event(actor, asked, status, requestId))
          .forEach(log);
    }
  }

  private Stream<JsonNode> requests(byte[] body) {
    try {
      JsonNode sent = json.readTree(body);
      return sent.isArray() ? StreamSupport.stream(sent.spliterator(), false) : Stream.of(sent);
    } catch (IOException noJson) {
      return Stream.empty(); // nor does Jolokia take it for a request
    }
  }

  private static boolean looks(String change, String operation) {
    return change.equals("exec") && LOOKS.matcher(operation).matches();
  }

  private static AuditEvent event(String actor, JsonNode asked, int status, String requestId) {
    String member = asked.path(asked.has("operation") ? "operation" : "attribute").asText();
    return AuditEvent.of(
        actor,
        "console",
        asked.path("type").asText(),
        asked.path("mbean").asText() + "/" + member,
        status,
        requestId);
  }
}
