package dev.sluice.web.access;

import dev.sluice.web.problem.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has each call of the API that changes something entered in the audit, whatever it is. Uploads are
 * left out: their documents are their trace. Of ops' calls those that were refused are entered,
 * too.
 */
public final class AuditFilter extends OncePerRequestFilter {

  private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
  private static final String API = "/api/v1";
  private static final String UPLOADS = API + "/uploads";
  private static final String OPS = API + "/ops/";
  private static final Pattern ID =
      Pattern.compile("(?<=/)[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?=/|$)");
  private static final Pattern OWNER = Pattern.compile("(?<=/ops/owners/)[^/]+");
  private static final String TARGET = AuditFilter.class.getName();
  private static final String LOGIN = TARGET + ".login";

  private final Consumer<AuditEvent> log;

  AuditFilter(Consumer<AuditEvent> log) {
    this.log = log;
  }

  /** Names what a request made, which its path does not. */
  public static void made(HttpServletRequest request, Object id) {
    request.setAttribute(TARGET, id.toString());
  }

  /** Names who logged in by a request, and by what; the session is what it made. */
  public static void loggedIn(HttpServletRequest request, Caller caller, LoginMeans means) {
    request.setAttribute(LOGIN, new Login(caller.owner(), means));
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READS.contains(request.getMethod())
        || request.getRequestURI().startsWith(UPLOADS)
        || Caller.of(request) == null && !SessionFilter.LOGIN.matches(request);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Call call =
        new Call(
            Caller.of(request) == null ? null : Caller.of(request).owner(),
            request.getMethod(),
            request.getRequestURI(),
            RequestId.of(request));
    chain.doFilter(request, response);
    RequestEnd.then(request, () -> enter(call, request, response));
  }

  private record Call(String actor, String method, String uri, String requestId) {}

  private record Login(String actor, LoginMeans means) {}

  /** Failed logins have no actor, and are counted elsewhere. */
  private void enter(Call call, HttpServletRequest request, HttpServletResponse response) {
    int status = response.getStatus();
    if (status >= 400 && !call.uri().startsWith(OPS)) {
      return;
    }
    if (request.getAttribute(LOGIN) instanceof Login login) {
      String action = "POST /session by " + login.means().label();
      String session = target(request, "");
      log.accept(AuditEvent.of(login.actor(), "api", action, session, status, call.requestId()));
      return;
    }
    String path = call.uri().substring(API.length());
    String action =
        call.method()
            + " "
            + OWNER.matcher(ID.matcher(path).replaceAll("{id}")).replaceAll("{owner}");
    log.accept(
        AuditEvent.of(
            call.actor(), "api", action, target(request, path), status, call.requestId()));
  }

  private static String target(HttpServletRequest request, String path) {
    if (request.getAttribute(TARGET) instanceof String made) {
      return made;
    }
    Matcher id = ID.matcher(path);
    Matcher owner = OWNER.matcher(path);
    return id.find() ? id.group() : owner.find() ? owner.group() : null;
  }
}
