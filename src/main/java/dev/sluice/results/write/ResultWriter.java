package dev.sluice.results.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.FileDefect;
import dev.sluice.model.document.Gap;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.timetable.TimetableFindings;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes results and the completed state in one transaction: both are there, or neither is. */
@Component
public class ResultWriter {

  private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);

  private static final String INSERT_GAP =
      """
      INSERT INTO page_gap (document_id, from_page, to_page, code, detail) VALUES (?, ?, ?, ?, ?)
      """;

  private final Ledger ledger;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;
  private final PageRowWriter pageRowWriter;
  private final TimetableWriter timetableWriter;
  private final GapCounter gapCounter;

  ResultWriter(
      Ledger ledger,
      JdbcTemplate jdbc,
      TransactionTemplate transaction,
      ObjectMapper json,
      PageRowWriter pageRowWriter,
      TimetableWriter timetableWriter,
      GapCounter gapCounter) {
    this.ledger = ledger;
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
    this.pageRowWriter = pageRowWriter;
    this.timetableWriter = timetableWriter;
    this.gapCounter = gapCounter;
  }

  /**
   * Stores the results of a document, whose pages are read or in a gap. Nothing is written if its
   * lease was lost, because then another worker writes them.
   */
  public void store(
      Document document,
      DocumentMetadata metadata,
      Iterable<PageContent> pages,
      List<Gap> gaps,
      TimetableFindings timetable) {
    String metadataJson = toJson(metadata);
    int missing = gaps.stream().mapToInt(gap -> gap.pages().size()).sum();
    int read = metadata.pageCount() - missing;
    boolean stored =
        Boolean.TRUE.equals(
            transaction.execute(
                status -> {
                  if (!ledger.complete(document, metadata.pageCount(), read, codes(metadata))) {
                    return false;
                  }
                  write(document.id(), metadataJson, pages, gaps);
                  pageRowWriter.insert(document.id(), metadata.defects());
                  timetableWriter.insert(document.id(), timetable);
                  return true;
                }));
    if (stored) {
      LOG.info(
          "Completed with {} pages, {} missing, {} ms after it was received",
          read,
          missing,
          Duration.between(document.receivedAt(), Instant.now()).toMillis());
      gaps.forEach(gapCounter::add);
    } else {
      LOG.warn("Results of attempt {} dropped: its lease was lost", document.attempts());
    }
  }

  private static Set<String> codes(DocumentMetadata metadata) {
    return metadata.defects().stream()
        .map(FileDefect::code)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private void write(
      DocumentId id, String metadataJson, Iterable<PageContent> pages, List<Gap> gaps) {
    jdbc.update(
        "INSERT INTO document_metadata (document_id, metadata) VALUES (?, ?::jsonb)",
        id.value(),
        metadataJson);
    pageRowWriter.insert(id, pages);
    jdbc.batchUpdate(
        INSERT_GAP,
        gaps,
        Math.max(1, gaps.size()),
        (insert, gap) -> {
          insert.setObject(1, id.value());
          insert.setInt(2, gap.pages().from());
          insert.setInt(3, gap.pages().to());
          insert.setString(4, gap.code());
          insert.setString(5, gap.detail());
        });
  }

  private String toJson(DocumentMetadata metadata) {
    try {
      return json.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata holds only plain values", e);
    }
  }
}
