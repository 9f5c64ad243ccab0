package dev.sluice.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.document.Document;
import dev.sluice.document.DocumentId;
import dev.sluice.document.DocumentMetadata;
import dev.sluice.document.Gap;
import dev.sluice.document.PageText;
import dev.sluice.ledger.Ledger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes results and the completed state in one transaction: both are there, or neither is. */
@Component
public class ResultWriter {

  private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);

  /** Bounds the memory that a batch takes: characters of text in it, and pages. */
  private static final int BATCH_CHARACTERS = 1_000_000;

  private static final int BATCH_PAGES = 500;

  private static final String INSERT_PAGE =
      """
      INSERT INTO page (document_id, number, width_points, height_points, rotation, text)
      VALUES (?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_GAP =
      """
      INSERT INTO page_gap (document_id, from_page, to_page, code, detail) VALUES (?, ?, ?, ?, ?)
      """;

  private final Ledger ledger;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;
  private final GapCount gapCount;

  ResultWriter(
      Ledger ledger,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      ObjectMapper json,
      GapCount gapCount) {
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
    this.gapCount = gapCount;
  }

  /**
   * Stores the results of a document, whose pages are read or in a gap; nothing is written if its
   * lease was lost, because then another worker writes them.
   */
  public void store(
      Document document, DocumentMetadata metadata, Iterable<PageText> pages, List<Gap> gaps) {
    String metadataJson = toJson(metadata);
    int missing = gaps.stream().mapToInt(gap -> gap.pages().size()).sum();
    int read = metadata.pageCount() - missing;
    boolean stored =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  if (!ledger.complete(document, metadata.pageCount(), read)) {
                    return false;
                  }
                  write(document.id(), metadataJson, pages, gaps);
                  return true;
                }));
    if (stored) {
      LOG.info("Completed with {} pages, {} missing", read, missing);
      gaps.forEach(gapCount::add);
    } else {
      LOG.warn("Results of attempt {} dropped: its lease was lost", document.attempts());
    }
  }

  private void write(DocumentId id, String metadataJson, Iterable<PageText> pages, List<Gap> gaps) {
    jdbc.update(
        "INSERT INTO document_metadata (document_id, metadata) VALUES (?, ?::jsonb)",
        id.value(),
        metadataJson);
    jdbc.execute(INSERT_PAGE, (PreparedStatement insert) -> insertPages(id, pages, insert));
    jdbc.batchUpdate(
        INSERT_GAP,
        gaps,
        BATCH_PAGES,
        (insert, gap) -> {
          insert.setObject(1, id.value());
          insert.setInt(2, gap.pages().from());
          insert.setInt(3, gap.pages().to());
          insert.setString(4, gap.code());
          insert.setString(5, gap.detail());
        });
  }

  private static Void insertPages(DocumentId id, Iterable<PageText> pages, PreparedStatement insert)
      throws SQLException {
    Iterator<PageText> rest = pages.iterator();
    while (rest.hasNext()) {
      insertBatch(id, rest, insert);
    }
    return null;
  }

  private static void insertBatch(DocumentId id, Iterator<PageText> rest, PreparedStatement insert)
      throws SQLException {
    int characters = 0;
    for (int n = 0; n < BATCH_PAGES && characters < BATCH_CHARACTERS && rest.hasNext(); n++) {
      PageText page = rest.next();
      characters += page.text().length();
      insert.setObject(1, id.value());
      insert.setInt(2, page.number());
      insert.setFloat(3, page.widthPoints());
      insert.setFloat(4, page.heightPoints());
      insert.setInt(5, page.rotation());
      insert.setString(6, page.text());
      insert.addBatch();
    }
    insert.executeBatch();
  }

  private String toJson(DocumentMetadata metadata) {
    try {
      return json.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata holds only plain values", e);
    }
  }
}
