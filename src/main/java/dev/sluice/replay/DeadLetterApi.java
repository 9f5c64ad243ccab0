package dev.sluice.replay;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.ListPage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on dead letters and invalid documents, for ops. */
@Component
public class DeadLetterApi {

  static final List<DocumentState> BOTH = List.of(DocumentState.DEAD, DocumentState.INVALID);

  private static final Set<String> PARAMETERS =
      Set.of("state", "code", "owner", "from", "to", "parserVersion", "limit", "cursor");

  private final DeadLetters deadLetters;

  DeadLetterApi(DeadLetters deadLetters) {
    this.deadLetters = deadLetters;
  }

  /** Those that ended last come first. */
  public ListPage<DeadLetterView> list(@Header("CamelHttpServletRequest") HttpServletRequest http) {
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    List<Document> found =
        deadLetters.list(filterOf(http), request.cursor(DeadLetterCursor::parse), limit + 1);
    ListPage<Document> page =
        ListPage.of(found, limit, last -> DeadLetterCursor.of(last).toString());
    return new ListPage<>(
        page.items().stream().map(DeadLetterView::of).toList(), page.nextCursor());
  }

  /** One of them with its history. */
  public DocumentHistory inspect(@Header("id") String id) {
    return deadLetters.inspect(ApiRequest.id(id));
  }

  /** The ledger's row of one of them, to fetch its original. */
  public Document find(@Header("id") String id) {
    return deadLetters.failed(ApiRequest.id(id));
  }

  // A mistyped name would otherwise show more than was asked for.
  private static DeadLetterFilter filterOf(HttpServletRequest http) {
    for (String name : Collections.list(http.getParameterNames())) {
      if (!PARAMETERS.contains(name)) {
        throw new FailureException(FailureCode.BAD_REQUEST, "There is no parameter " + name + ".");
      }
    }
    return new DeadLetterCriteria(
            null,
            DeadLetterCriteria.split(http.getParameter("code")),
            DeadLetterCriteria.split(http.getParameter("state")),
            DeadLetterCriteria.said(http.getParameter("owner")),
            DeadLetterCriteria.said(http.getParameter("from")),
            DeadLetterCriteria.said(http.getParameter("to")),
            DeadLetterCriteria.said(http.getParameter("parserVersion")))
        .filter(BOTH);
  }
}
