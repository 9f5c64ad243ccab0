package dev.sluice.results.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.ListPage;
import dev.sluice.web.OwnedDocuments;
import dev.sluice.web.problem.BrokenAnswer;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on the tables of documents. */
@Component
public class TableApi {

  private static final String REQUEST = "CamelHttpServletRequest";
  private static final String CSV = "text/csv;charset=UTF-8";

  private final OwnedDocuments documents;
  private final TableQueries queries;
  private final ObjectMapper json;

  TableApi(OwnedDocuments documents, TableQueries queries, ObjectMapper json) {
    this.documents = documents;
    this.queries = queries;
    this.json = json;
  }

  /** The tables of a document in their order, without their cells. */
  public ListPage<TableView> list(
      @Header(REQUEST) HttpServletRequest http, @Header("id") String id) {
    Document document = documents.completed(http, id);
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    Integer after = request.cursor(TableApi::number);
    return ListPage.of(
        queries.list(document, after == null ? 0 : after, limit + 1),
        limit,
        last -> String.valueOf(last.number()));
  }

  /** What the caller asks for: {@code ?format=csv} or json, else by its Accept header. */
  public String mediaType(@Header(REQUEST) HttpServletRequest http) {
    String format = new ApiRequest(http).read("format", TableApi::format);
    String accept = http.getHeader("Accept");
    boolean csv =
        format == null ? accept != null && accept.contains("text/csv") : format.equals("csv");
    return csv ? CSV : "application/json";
  }

  /** One table with its cells, in this media type, streamed. */
  public InputStream table(
      @Header(REQUEST) HttpServletRequest http,
      @Header("id") String id,
      @Header("number") String number,
      @ExchangeProperty("mediaType") String mediaType,
      Exchange exchange) {
    BrokenAnswer.watch(exchange, http);
    Document document = documents.completed(http, id);
    TableView table =
        queries
            .find(document, ApiRequest.tableNumber(number))
            .orElseThrow(
                () -> new FailureException(FailureCode.NOT_FOUND, "There is no such table."));
    TableStream.Format format = mediaType.equals(CSV) ? new TableAsCsv() : new TableAsJson(json);
    return TableStream.of(queries, document, table, format);
  }

  private static int number(String text) {
    int number = Integer.parseInt(text);
    if (number < 0) {
      throw new IllegalArgumentException("no number of a table");
    }
    return number;
  }

  private static String format(String text) {
    if (!text.equals("csv") && !text.equals("json")) {
      throw new IllegalArgumentException("neither");
    }
    return text;
  }
}
