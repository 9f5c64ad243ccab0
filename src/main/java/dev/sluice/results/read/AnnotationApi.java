package dev.sluice.results.read;

import dev.sluice.model.document.Document;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.ListPage;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.stereotype.Component;

/** The API's calls on the form fields and the comments of documents with results. */
@Component
public class AnnotationApi {

  private static final String REQUEST = "CamelHttpServletRequest";

  private final AnnotationQueries queries;

  AnnotationApi(AnnotationQueries queries) {
    this.queries = queries;
  }

  /** The form fields in the order of the pages. */
  public ListPage<FormFieldView> fields(
      @Body Document document, @Header(REQUEST) HttpServletRequest http) {
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    return ListPage.of(
        queries.fields(document, after(request), limit + 1),
        limit,
        last -> String.valueOf(last.number()));
  }

  /** The comments in the order of the pages. */
  public ListPage<AnnotationView> annotations(
      @Body Document document, @Header(REQUEST) HttpServletRequest http) {
    ApiRequest request = new ApiRequest(http);
    int limit = request.limit();
    return ListPage.of(
        queries.annotations(document, after(request), limit + 1),
        limit,
        last -> String.valueOf(last.number()));
  }

  private static int after(ApiRequest request) {
    Integer after = request.cursor(AnnotationApi::number);
    return after == null ? 0 : after;
  }

  private static int number(String text) {
    int number = Integer.parseInt(text);
    if (number < 0) {
      throw new IllegalArgumentException("no number of a field or comment");
    }
    return number;
  }
}
