package dev.sluice.results.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.store.database.ResultReader;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads the tables of documents. */
@Component
class TableQueries {

  /** A page's part of a table repeats the header when its first rows say the same. */
  private static final String SUMMARIES =
      """
      WITH part AS (
        SELECT number, page, content,
          (content->>'headerRows')::int AS headers,
          jsonb_path_query_array(content, '$.cells[*] ? (@.row < $rows).text',
            jsonb_build_object('rows', content->'headerRows')) AS header
        FROM document_table
        WHERE document_id = :id AND number > :after AND number <= :to),
      counted AS (
        SELECT part.*,
          CASE WHEN row_number() OVER pages > 1 AND header = first_value(header) OVER pages
            THEN headers ELSE 0 END AS repeated,
          row_number() OVER pages AS nth
        FROM part WINDOW pages AS (PARTITION BY number ORDER BY page))
      SELECT number, min(page) AS first_page, max(page) AS last_page,
        sum((content->>'rows')::int - repeated) AS rows,
        max((content->>'columns')::int) AS columns,
        bool_or((content->>'ruled')::boolean) AS ruled,
        max(headers) FILTER (WHERE nth = 1) AS headers
      FROM counted GROUP BY number ORDER BY number
      """;

  private final ResultReader results;
  private final ObjectMapper json;

  TableQueries(ResultReader results, ObjectMapper json) {
    this.results = results;
    this.json = json;
  }

  /** Tables with a number above this one, in order. */
  List<TableView> list(Document document, int after, int limit) {
    return results.read(
        document,
        database ->
            database
                .sql(SUMMARIES)
                .param("id", document.id().value())
                .param("after", after)
                .param("to", (long) after + limit)
                .query(
                    (row, n) ->
                        new TableView(
                            row.getInt("number"),
                            row.getInt("first_page"),
                            row.getInt("last_page"),
                            row.getInt("rows"),
                            row.getInt("columns"),
                            row.getBoolean("ruled"),
                            row.getInt("headers"),
                            TableView.links(document.id(), row.getInt("number"))))
                .list());
  }

  Optional<TableView> find(Document document, int number) {
    return list(document, number - 1, 1).stream().findFirst();
  }

  /** The part of a table on the next page that has one, after this page. */
  Optional<TablePart> part(Document document, int number, int afterPage) {
    return results
        .read(
            document,
            database ->
                database
                    .sql(
                        """
            SELECT content FROM document_table
            WHERE document_id = :id AND number = :number AND page > :page
            ORDER BY page LIMIT 1
            """)
                    .param("id", document.id().value())
                    .param("number", number)
                    .param("page", afterPage)
                    .query(String.class)
                    .optional())
        .map(this::part);
  }

  private TablePart part(String content) {
    try {
      return json.readValue(content, TablePart.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is stored was written by ourselves", e);
    }
  }
}
