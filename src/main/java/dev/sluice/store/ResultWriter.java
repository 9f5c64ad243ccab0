package dev.sluice.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.document.Document;
import dev.sluice.document.DocumentMetadata;
import dev.sluice.document.PageText;
import dev.sluice.ledger.Ledger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
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

  private final Ledger ledger;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;

  ResultWriter(
      Ledger ledger, JdbcTemplate jdbc, TransactionTemplate transaction, ObjectMapper json) {
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
  }

  /**
   * Stores the results of a document; nothing is written if its lease was lost, because then
   * another worker writes them.
   */
  public void store(Document document, DocumentMetadata metadata, Iterable<PageText> pages) {
    String metadataJson = toJson(metadata);
    boolean stored =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> write(document, metadata.pageCount(), metadataJson, pages)));
    if (stored) {
      LOG.info("Completed with {} pages", metadata.pageCount());
    } else {
      LOG.warn("Results of attempt {} dropped: its lease was lost", document.attempts());
    }
  }

  private boolean write(
      Document document, int pageCount, String metadataJson, Iterable<PageText> pages) {
    if (!ledger.complete(document, pageCount)) {
      return false;
    }
    jdbc.update(
        "INSERT INTO document_metadata (document_id, metadata) VALUES (?, ?::jsonb)",
        document.id().value(),
        metadataJson);
    jdbc.execute(INSERT_PAGE, (PreparedStatement insert) -> insertPages(document, pages, insert));
    return true;
  }

  private static Void insertPages(
      Document document, Iterable<PageText> pages, PreparedStatement insert) throws SQLException {
    Iterator<PageText> rest = pages.iterator();
    while (rest.hasNext()) {
      insertBatch(document, rest, insert);
    }
    return null;
  }

  private static void insertBatch(
      Document document, Iterator<PageText> rest, PreparedStatement insert) throws SQLException {
    int characters = 0;
    for (int n = 0; n < BATCH_PAGES && characters < BATCH_CHARACTERS && rest.hasNext(); n++) {
      PageText page = rest.next();
      characters += page.text().length();
      insert.setObject(1, document.id().value());
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
