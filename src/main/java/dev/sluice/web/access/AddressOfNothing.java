package dev.sluice.web.access;

import dev.sluice.web.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Recognises a person who opened an address at the API's port that nothing is at. The ops login
 * would be no help there; at its own port, and at the console's addresses, it stays.
 */
final class AddressOfNothing implements RequestMatcher {

  private static final Pattern OF_OPS =
      Pattern.compile("/(login|logout|hawtio|jolokia|metrics|health|error)?(/.*)?");

  @Override
  public boolean matches(HttpServletRequest request) {
    return ProblemWriter.isForPerson(request)
        && !OF_OPS.matcher(request.getServletPath()).matches()
        && !isAtPortOfItsOwn(request);
  }

  private static boolean isAtPortOfItsOwn(HttpServletRequest request) {
    return WebApplicationContextUtils.getWebApplicationContext(request.getServletContext())
            instanceof WebServerApplicationContext server
        && server.getServerNamespace() != null;
  }
}
