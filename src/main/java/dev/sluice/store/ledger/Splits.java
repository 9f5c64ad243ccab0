package dev.sluice.store.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.ParserVersion;
import dev.sluice.model.document.PartPlan;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters large documents as parts in the ledger. */
@Component
public class Splits {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ObjectMapper json;

  Splits(JdbcClient jdbc, TransactionTemplate transaction, ObjectMapper json) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.json = json;
  }

  /**
   * Splits a document: its parts take the place of its lease. Until the time is over the caller has
   * to publish their tickets, then the sweeper does. False if the lease was lost.
   */
  public boolean split(
      Document document, PartPlan plan, List<PageRange> ranges, Duration publishWithin) {
    return Boolean.TRUE.equals(
        transaction.execute(
            status -> {
              if (!giveLeaseToParts(document, plan.metadata().pageCount())) {
                return false;
              }
              enter(document, plan);
              enter(document, ranges, publishWithin);
              return true;
            }));
  }

  private void enter(Document document, PartPlan plan) {
    jdbc.sql("DELETE FROM split WHERE document_id = ?").param(document.id().value()).update();
    jdbc.sql(
            """
            INSERT INTO split (document_id, attempt, parser_version, plain_tree, metadata)
            VALUES (:id, :attempt, :parserVersion, :plainTree, CAST(:metadata AS jsonb))
            """)
        .param("id", document.id().value())
        .param("attempt", document.attempts())
        .param("parserVersion", document.parserVersion())
        .param("plainTree", plan.plainTree())
        .param("metadata", toJson(plan.metadata()))
        .update();
  }

  // The attempt went well: those before it are forgiven, and what comes has time of its own.
  private boolean giveLeaseToParts(Document document, int pages) {
    return jdbc.sql(
                """
                UPDATE document SET page_count = :pages, pages_done = 0, lease_until = NULL,
                    forgiven = attempts - 1, millis_spent = 0
                WHERE id = :id AND state = 'parsing' AND attempts = :attempt
                  AND lease_until IS NOT NULL
                """)
            .param("id", document.id().value())
            .param("attempt", document.attempts())
            .param("pages", pages)
            .update()
        == 1;
  }

  private void enter(Document document, List<PageRange> ranges, Duration publishWithin) {
    jdbc.sql(
            """
            INSERT INTO part (document_id, number, from_page, to_page, lease_until)
            SELECT :id, number, from_page, to_page, now() + make_interval(secs => :publishWithin)
            FROM unnest(:first::int[], :last::int[]) WITH ORDINALITY AS r(from_page, to_page, number)
            """)
        .param("id", document.id().value())
        .param("first", ranges.stream().map(PageRange::from).toArray(Integer[]::new))
        .param("last", ranges.stream().map(PageRange::to).toArray(Integer[]::new))
        .param("publishWithin", seconds(publishWithin))
        .update();
  }

  /**
   * Has documents split again whose parts are overdue and began with another parser; returns how
   * many. This parser cannot read the results of another one.
   */
  public int restartOutdated(ParserVersion parser) {
    return jdbc.sql(
            """
            UPDATE document SET state = 'retrying', page_count = NULL, pages_done = 0,
                lease_until = now()
            WHERE id IN (
                SELECT id FROM document JOIN split ON document_id = id
                WHERE state = 'parsing' AND attempts = attempt
                  AND split.parser_version <> :parserVersion AND EXISTS (
                    SELECT 1 FROM part
                    WHERE part.document_id = id AND part.state <> 'done'
                      AND part.lease_until < now())
                FOR NO KEY UPDATE OF document SKIP LOCKED)
            """)
        .param("parserVersion", parser.value())
        .update();
  }

  private String toJson(DocumentMetadata metadata) {
    try {
      return json.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata holds only plain values", e);
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
