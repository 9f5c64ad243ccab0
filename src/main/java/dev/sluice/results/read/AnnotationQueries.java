package dev.sluice.results.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.pdf.content.FormField;
import dev.sluice.pdf.content.PageAnnotation;
import dev.sluice.store.database.ResultReader;
import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** Reads form fields and comments of documents. */
@Component
class AnnotationQueries {

  private static final String FIELDS =
      """
      SELECT number, field AS content FROM form_field
      WHERE document_id = :id AND number > :after ORDER BY number LIMIT :limit
      """;

  private static final String ANNOTATIONS =
      """
      SELECT number, annotation AS content FROM page_annotation
      WHERE document_id = :id AND number > :after ORDER BY number LIMIT :limit
      """;

  private final ResultReader results;
  private final ObjectMapper json;

  AnnotationQueries(ResultReader results, ObjectMapper json) {
    this.results = results;
    this.json = json;
  }

  /** Fields with a number above this one, in order. */
  List<FormFieldView> fields(Document document, int after, int limit) {
    return list(
        FIELDS,
        document,
        after,
        limit,
        (row, n) ->
            FormFieldView.of(
                row.getInt("number"), read(row.getString("content"), FormField.class)));
  }

  /** Comments with a number above this one, in order. */
  List<AnnotationView> annotations(Document document, int after, int limit) {
    return list(
        ANNOTATIONS,
        document,
        after,
        limit,
        (row, n) ->
            AnnotationView.of(
                row.getInt("number"), read(row.getString("content"), PageAnnotation.class)));
  }

  private <T> List<T> list(
      String sql, Document document, int after, int limit, RowMapper<T> mapper) {
    return results.read(
        document,
        database ->
            database
                .sql(sql)
                .param("id", document.id().value())
                .param("after", after)
                .param("limit", limit)
                .query(mapper)
                .list());
  }

  private <T> T read(String content, Class<T> type) {
    try {
      return json.readValue(content, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is stored was written by ourselves", e);
    }
  }
}
