package dev.sluice.results.read;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.ListPage;
import dev.sluice.web.OwnedDocuments;
import dev.sluice.web.problem.BrokenAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on documents: turns a request into a view, or a named failure. */
@Component
public class DocumentApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final Ledger ledger;
  private final OwnedDocuments documents;
  private final DocumentQueries queries;
  private final ResultStreams streams;
  private final SearchQueries search;
  private final QueuePositions positions;

  DocumentApi(
      Ledger ledger,
      OwnedDocuments documents,
      DocumentQueries queries,
      ResultStreams streams,
      SearchQueries search,
      QueuePositions positions) {
    this.ledger = ledger;
    this.documents = documents;
    this.queries = queries;
    this.streams = streams;
    this.search = search;
    this.positions = positions;
  }

  /** The caller's documents, newest first. */
  public ListPage<DocumentView> list(@Header(REQUEST) HttpServletRequest http) {
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    DocumentFilter filter = DocumentFilter.of(request);
    ListPage<Document> found =
        ListPage.of(
            queries.list(request.owner(), filter, limit + 1), limit, last -> last.id().toString());
    Map<DocumentId, Findings> findings = queries.findings(found.items());
    Map<DocumentId, List<PageMatch>> matches =
        filter.text() == null ? Map.of() : search.matches(found.items(), filter.text());
    return found.map(
        each ->
            DocumentView.of(
                each, findings.getOrDefault(each.id(), Findings.NONE), matches.get(each.id())));
  }

  /** One document's status. */
  public DocumentView get(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return view(documents.find(http, id));
  }

  /** A document as its owner sees it. */
  public DocumentView view(@Body Document document) {
    return DocumentView.of(
        document,
        queries.findings(List.of(document)).getOrDefault(document.id(), Findings.NONE),
        queries.gaps(document),
        queries.flags(document),
        positions.of(document));
  }

  /** The pages without their text, except those that could not be read. */
  public ListPage<PageView> pages(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    Document document = documents.completed(http, id);
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    Integer after = request.cursor(Integer::valueOf);
    List<PageView> found = queries.pages(document, after == null ? 0 : after, limit + 1);
    return ListPage.of(found, limit, last -> String.valueOf(last.number()));
  }

  /** One page with its text. */
  public PageView page(
      @Header(REQUEST) HttpServletRequest http,
      @Header("id") String id,
      @Header("number") String number) {
    Document document = documents.completed(http, id);
    int wanted = ApiRequest.pageNumber(number);
    return queries.page(document, wanted).orElseThrow(() -> noPage(document, wanted));
  }

  private FailureException noPage(Document document, int number) {
    return queries.gaps(document).stream()
        .filter(gap -> gap.pages().contains(number))
        .findFirst()
        .map(
            gap ->
                new FailureException(
                    Failure.of(FailureCode.PAGE_NOT_READ, gap.detail()),
                    Map.of("failure", gap.code())))
        .orElseGet(() -> notFound("There is no such page."));
  }

  /** All text, with form feeds between pages; an unreadable page is empty. */
  public InputStream text(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id, Exchange exchange) {
    BrokenAnswer.watch(exchange, http);
    Document document = documents.completed(http, id);
    return streams.text(document);
  }

  /** Markdown of all pages. */
  public InputStream markdown(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id, Exchange exchange) {
    BrokenAnswer.watch(exchange, http);
    Document document = documents.completed(http, id);
    return streams.markdown(document);
  }

  /** What the PDF says about itself. */
  public MetadataView metadata(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    return queries
        .metadata(documents.completed(http, id))
        .map(MetadataView::new)
        .orElseThrow(() -> notFound("There is no metadata."));
  }

  /** Removes a document with all its rows; the answer tells where its original still lies. */
  public Document delete(@Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    Document document = documents.find(http, id);
    ledger.delete(document);
    return document;
  }

  /** Metadata as it stands in the database: JSON already. */
  public record MetadataView(@JsonRawValue @JsonValue String json) {}

  private static FailureException notFound(String detail) {
    return new FailureException(FailureCode.NOT_FOUND, detail);
  }
}
