package dev.sluice.results.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.Gap;
import dev.sluice.model.document.PageRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.function.IOConsumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Gathers the results of a document's parts, as if it had been read as a whole. */
@Component
public class PartResults {

  private static final int CHUNKS_IN_MEMORY = 2;

  private final JdbcTemplate jdbc;
  private final JdbcClient client;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;

  PartResults(
      JdbcTemplate jdbc, JdbcClient client, TransactionTemplate transaction, ObjectMapper json) {
    this.jdbc = new JdbcTemplate(jdbc.getDataSource());
    this.jdbc.setFetchSize(CHUNKS_IN_MEMORY);
    this.client = client;
    this.transaction = transaction;
    this.json = json;
  }

  /**
   * The parts of a document together.
   *
   * @param metadata all but the sizes of its pages
   * @param pagesRead how many pages the frames hold
   * @param characters of their text
   * @param gaps in the order of their pages; neighbours with the same failure are one
   * @param frames writes the frames of its pages, in their order
   */
  public record Gathered(
      DocumentMetadata metadata,
      int pagesRead,
      long characters,
      List<Gap> gaps,
      IOConsumer<OutputStream> frames) {}

  /** The results of a document's parts; null if the document was cancelled meanwhile. */
  public Gathered gather(Document document) {
    return client
        .sql(
            """
            SELECT metadata, sum(pages_read) AS pages, sum(characters) AS characters
            FROM split JOIN part USING (document_id) WHERE document_id = ?
            GROUP BY document_id HAVING bool_and(state = 'done')
            """)
        .param(document.id().value())
        .query(
            (row, n) ->
                new Gathered(
                    toMetadata(row.getString("metadata")),
                    row.getInt("pages"),
                    row.getLong("characters"),
                    gaps(document),
                    out -> writeFrames(document, out)))
        .optional()
        .orElse(null);
  }

  private List<Gap> gaps(Document document) {
    List<Gap> gaps = new ArrayList<>();
    client
        .sql("SELECT * FROM part_gap WHERE document_id = ? ORDER BY from_page")
        .param(document.id().value())
        .query(
            row -> {
              Gap gap =
                  new Gap(
                      new PageRange(row.getInt("from_page"), row.getInt("to_page")),
                      row.getString("code"),
                      row.getString("detail"));
              int last = gaps.size() - 1;
              if (last >= 0 && gaps.get(last).goesOnWith(gap)) {
                gaps.set(last, gaps.get(last).joinedWith(gap));
              } else {
                gaps.add(gap);
              }
            });
    return gaps;
  }

  // One statement and so one snapshot, of which a few pieces at a time are in memory.
  private void writeFrames(Document document, OutputStream out) {
    transaction.executeWithoutResult(
        status ->
            jdbc.query(
                "SELECT frames FROM part_content WHERE document_id = ? ORDER BY part, number",
                row -> {
                  try {
                    out.write(row.getBytes("frames"));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                },
                document.id().value()));
  }

  private DocumentMetadata toMetadata(String text) {
    try {
      return json.readValue(text, DocumentMetadata.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata was written by the ledger", e);
    }
  }
}
