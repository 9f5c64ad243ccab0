package dev.sluice.results.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.PageRange;
import dev.sluice.pdf.content.Block;
import dev.sluice.store.database.ResultReader;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads pages with everything that their Markdown needs. */
@Component
class MarkdownQueries {

  private final ResultReader results;
  private final ObjectMapper json;

  MarkdownQueries(ResultReader results, ObjectMapper json) {
    this.results = results;
    this.json = json;
  }

  /** In order; an empty one where a page could not be read, and none if all are gone. */
  List<String> texts(Document document, PageRange pages) {
    return results.read(
        document,
        database ->
            database
                .sql(
                    """
            SELECT coalesce(page.text, '') AS text, coalesce(page.blocks, '[]') AS blocks,
              (SELECT coalesce(jsonb_agg(content ORDER BY on_page), '[]') FROM document_table
                WHERE document_id = document.id AND page = number.number) AS tables
            FROM document CROSS JOIN generate_series(:from, :to) AS number
            LEFT JOIN page ON page.document_id = document.id AND page.number = number.number
            WHERE document.id = :id ORDER BY number.number
            """)
                .param("id", document.id().value())
                .param("from", pages.from())
                .param("to", pages.to())
                .query(
                    (row, n) ->
                        new MarkdownPage(
                                row.getString("text"),
                                List.of(read(row.getString("blocks"), Block[].class)),
                                List.of(read(row.getString("tables"), TablePart[].class)))
                            .followedByOthers())
                .list());
  }

  private <T> T read(String stored, Class<T> type) {
    try {
      return json.readValue(stored, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what is stored was written by ourselves", e);
    }
  }
}
