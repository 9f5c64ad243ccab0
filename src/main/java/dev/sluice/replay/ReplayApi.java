package dev.sluice.replay;

import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.ListPage;
import dev.sluice.web.access.AuditFilter;
import dev.sluice.web.access.Caller;
import dev.sluice.web.contract.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on replays, for ops. */
@Component
public class ReplayApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final ReplayService service;
  private final Replays replays;
  private final JsonBody json;

  ReplayApi(ReplayService service, Replays replays, JsonBody json) {
    this.service = service;
    this.replays = replays;
    this.json = json;
  }

  /** Counts the documents that a replay would affect, or orders it, as the body says. */
  public ReplayAnswer request(@Header(REQUEST) HttpServletRequest http) throws IOException {
    ReplayRequest request = json.read(http, ReplayRequest.class, ReplayRequest.SHAPE).checked();
    ReplayAnswer answer = service.request(request, requester(http));
    if (answer instanceof ReplayAnswer.Report report) {
      AuditFilter.made(http, report.replay().id());
    }
    return answer;
  }

  /** The audit, newest first. */
  public ListPage<Replay> list(@Header(REQUEST) HttpServletRequest http) {
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    UUID before = request.cursor(UUID::fromString);
    return ListPage.of(replays.list(before, limit + 1), limit, last -> last.id().toString());
  }

  /** One replay with its result so far. */
  public ReplayAnswer get(@Header("id") String id) {
    return service.report(parse(id));
  }

  /** Calls it off, so that no more of its documents start. */
  public ReplayAnswer callOff(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return service.callOff(parse(id), requester(http));
  }

  private static Requester requester(HttpServletRequest http) {
    return Requester.byApi(Caller.of(http).owner());
  }

  static UUID parse(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new FailureException(FailureCode.MALFORMED_ID, "A replay's id is a UUID.", e);
    }
  }
}
