package dev.sluice.ops;

import dev.sluice.web.ApiRequest;
import dev.sluice.web.ListPage;
import dev.sluice.web.access.AuditEvent;
import dev.sluice.web.access.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Function;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's call on the audit, for ops. */
@Component
public class AuditApi {

  private final AuditLog log;

  AuditApi(AuditLog log) {
    this.log = log;
  }

  /** Who changed what, newest first. */
  public ListPage<AuditEvent> list(@Header("CamelHttpServletRequest") HttpServletRequest http) {
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    return ListPage.of(
        log.list(
            request.read("actor", Function.identity()),
            request.read("target", Function.identity()),
            request.read("from", ApiRequest::time),
            request.read("to", ApiRequest::time),
            request.cursor(Long::valueOf),
            limit + 1),
        limit,
        last -> String.valueOf(last.number()));
  }
}
