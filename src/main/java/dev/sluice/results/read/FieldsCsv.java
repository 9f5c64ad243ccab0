package dev.sluice.results.read;

import dev.sluice.model.document.Document;
import dev.sluice.pdf.content.FormField;
import dev.sluice.web.ApiRequest;
import dev.sluice.web.Csv;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Header;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Writes all form fields of a document for spreadsheets, a line each. */
@Component
public class FieldsCsv {

  private static final List<String> HEADER =
      List.of("number", "name", "type", "values", "options", "required", "readOnly", "page");

  private static final String REQUEST = "CamelHttpServletRequest";

  private final AnnotationQueries queries;

  FieldsCsv(AnnotationQueries queries) {
    this.queries = queries;
  }

  /** Whether a caller wants them so: {@code ?format=csv}, or without it by its Accept header. */
  public boolean isWanted(@Header(REQUEST) HttpServletRequest http) {
    Boolean asked = new ApiRequest(http).read("format", FieldsCsv::isCsv);
    String accept = http.getHeader(HttpHeaders.ACCEPT);
    return asked == null ? accept != null && accept.contains("text/csv") : asked;
  }

  private static boolean isCsv(String format) {
    return switch (format) {
      case "csv" -> true;
      case "json" -> false;
      default -> throw new IllegalArgumentException("neither");
    };
  }

  /** A line that names the columns, then one for each field. */
  public String of(@Body Document document) {
    return Csv.line(HEADER)
        + queries.fields(document, 0, FormField.MAX_FIELDS).stream()
            .map(field -> Csv.line(cells(field)))
            .collect(Collectors.joining());
  }

  private static List<Object> cells(FormFieldView field) {
    return Arrays.asList(
        field.number(),
        field.name(),
        field.type(),
        String.join("; ", field.values()),
        String.join("; ", field.options()),
        field.required(),
        field.readOnly(),
        field.page());
  }
}
