package dev.sluice.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a request in its answer and in the logs. */
public final class RequestId {

  /** The header it is taken from and given back in. */
  public static final String HEADER = "X-Request-Id";

  /** The name under which logs carry it (MDC). */
  public static final String LOG_KEY = "requestId";

  private static final String ATTRIBUTE = RequestId.class.getName();
  private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  private RequestId() {}

  /** The id of this request: the sender's if it is harmless, else a new one. */
  public static String of(HttpServletRequest request) {
    try {
      return idOf(request);
    } catch (IllegalStateException recycled) {
      // The caller hung up, and Tomcat took its request back; the answer reaches no caller.
      return UUID.randomUUID().toString();
    }
  }

  private static String idOf(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof String known) {
      return known;
    }
    String sent = request.getHeader(HEADER);
    String id =
        sent != null && ACCEPTABLE.matcher(sent).matches() ? sent : UUID.randomUUID().toString();
    request.setAttribute(ATTRIBUTE, id);
    return id;
  }
}
