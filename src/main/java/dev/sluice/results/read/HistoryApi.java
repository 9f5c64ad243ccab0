package dev.sluice.results.read;

import dev.sluice.web.ListPage;
import dev.sluice.web.OwnedDocuments;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's call on what happened to a document. */
@Component
public class HistoryApi {

  private final OwnedDocuments documents;
  private final HistoryQueries queries;

  HistoryApi(OwnedDocuments documents, HistoryQueries queries) {
    this.documents = documents;
    this.queries = queries;
  }

  /** What happened to the caller's document, oldest first. */
  public ListPage<HistoryItem> history(
      @Header("CamelHttpServletRequest") HttpServletRequest http, @Header("id") String id) {
    return new ListPage<>(queries.history(documents.find(http, id)), null);
  }
}
