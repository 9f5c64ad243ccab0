package dev.sluice.store.ledger;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.Part;
import dev.sluice.model.document.PartCost;
import dev.sluice.model.document.Ticket;
import dev.sluice.model.failure.Failure;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Enters parts of large documents and advances their states, as {@link Ledger} does for documents.
 * A part counts as long as its document is at the attempt that split it; the document's row is
 * always locked before its parts'.
 */
@Component
public class Parts {

  private static final DocumentRow DOCUMENT = new DocumentRow();

  private final JdbcClient jdbc;
  private final PartRow rows;

  Parts(JdbcClient jdbc, PartRow rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /**
   * Takes a part under a lease and counts the attempt. Empty if it is done, gone, leased to another
   * worker, if its last worker died in the last attempt, or if another parser began with it.
   */
  public Optional<Part> claim(Ticket ticket, AttemptTerms terms) {
    return findSplit(ticket, terms).flatMap(document -> claim(document, ticket.part(), terms));
  }

  private Optional<Document> findSplit(Ticket ticket, AttemptTerms terms) {
    return jdbc.sql(
            """
            SELECT document.* FROM document JOIN split ON split.document_id = id
            WHERE id = :id AND state = 'parsing' AND attempts = attempt
              AND split.parser_version = :parserVersion
            """)
        .param("id", ticket.documentId().value())
        .param("parserVersion", terms.parser().value())
        .query(DOCUMENT)
        .optional();
  }

  private Optional<Part> claim(Document document, int number, AttemptTerms terms) {
    return jdbc.sql(
            """
            UPDATE part SET state = 'parsing', attempts = attempts + 1,
                failure_code = NULL, failure_detail = NULL,
                lease_until = now() + make_interval(secs => :lease)
            FROM (
                SELECT document_id AS id, plain_tree, metadata,
                    (SELECT sum(characters) FROM part WHERE document_id = :id) AS characters_before,
                    (SELECT sum(forks) FROM part WHERE document_id = :id) AS forks_before
                FROM split WHERE document_id = :id AND attempt = :documentAttempt) AS whole
            WHERE document_id = whole.id AND number = :number AND (state IN ('queued', 'retrying')
                OR (state = 'parsing' AND lease_until < now() AND attempts - forgiven < :maxAttempts))
            RETURNING *
            """)
        .param("id", document.id().value())
        .param("documentAttempt", document.attempts())
        .param("number", number)
        .param("lease", seconds(terms.lease()))
        .param("maxAttempts", terms.maxAttempts())
        .query((row, n) -> rows.read(document, row))
        .optional();
  }

  /** Prolongs the leases of parts that are being worked on; passes by those that just end. */
  public void renew(Collection<Part> parts, Duration lease) {
    jdbc.sql(
            """
            UPDATE part SET lease_until = now() + make_interval(secs => :lease)
            WHERE (document_id, number) IN (
                SELECT document_id, number FROM part
                WHERE state = 'parsing' AND (document_id, number, attempts) IN (
                    SELECT * FROM unnest(:ids::uuid[], :numbers::int[], :attempts::int[]))
                FOR UPDATE SKIP LOCKED)
            """)
        .param("ids", parts.stream().map(p -> p.document().id().value()).toArray(UUID[]::new))
        .param("numbers", parts.stream().map(Part::number).toArray(Integer[]::new))
        .param("attempts", parts.stream().map(Part::attempts).toArray(Integer[]::new))
        .param("lease", seconds(lease))
        .update();
  }

  /** Gives a part back as if this attempt had not been: as {@link Ledger#giveBack}. */
  public void giveBack(Part part, Duration within) {
    of(
            part,
            """
            UPDATE part SET state = 'queued', forgiven = forgiven + 1,
                lease_until = now() + make_interval(secs => :within)
            """)
        .param("within", seconds(within))
        .update();
  }

  /** Trusts the ticket of a part that waits to the queue: as {@link Ledger#defer}. */
  public boolean defer(Ticket ticket, Duration within) {
    return jdbc.sql(
                """
                UPDATE part SET lease_until = now() + make_interval(secs => :within)
                WHERE document_id = :id AND number = :number AND state IN ('queued', 'retrying')
                """)
            .param("id", ticket.documentId().value())
            .param("number", ticket.part())
            .param("within", seconds(within))
            .update()
        == 1;
  }

  /** Notes a failure that is tried again: as {@link Ledger#retryLater} does for a document. */
  public void retryLater(
      Part part, Failure failure, Duration spent, Duration within, boolean forgive) {
    of(
            part,
            """
            UPDATE part SET state = 'retrying', failure_code = :code, failure_detail = :detail,
                forgiven = forgiven + CASE WHEN :forgive THEN 1 ELSE 0 END,
                outages = outages + CASE WHEN :forgive THEN 1 ELSE 0 END,
                millis_spent = :spent,
                lease_until = now() + make_interval(secs => :within)
            """)
        .param("forgive", forgive)
        .param("spent", spent.toMillis())
        .param("code", failure.code().label())
        .param("detail", failure.detail())
        .param("within", seconds(within))
        .update();
  }

  /** A statement that changes the part only while this attempt holds it. */
  private StatementSpec of(Part part, String update) {
    return jdbc.sql(
            update
                + """
                WHERE document_id = :id AND number = :number AND state = 'parsing'
                  AND attempts = :attempt AND EXISTS (
                    SELECT 1 FROM split WHERE document_id = :id AND attempt = :documentAttempt)
                """)
        .param("id", part.document().id().value())
        .param("documentAttempt", part.document().attempts())
        .param("number", part.number())
        .param("attempt", part.attempts());
  }

  /** Ends the part's document as invalid or dead, by the failure's category, and all its parts. */
  public void end(Part part, Failure failure) {
    jdbc.sql(
            """
            UPDATE document SET state = :state, failure_code = :code, failure_detail = :detail,
                completed_at = now()
            WHERE id = :id AND state = 'parsing' AND attempts = :documentAttempt AND EXISTS (
                SELECT 1 FROM part WHERE document_id = :id AND number = :number
                  AND state = 'parsing' AND attempts = :attempt)
            """)
        .param("id", part.document().id().value())
        .param("documentAttempt", part.document().attempts())
        .param("number", part.number())
        .param("attempt", part.attempts())
        .param("state", failure instanceof Failure.Invalid ? "invalid" : "dead")
        .param("code", failure.code().label())
        .param("detail", failure.detail())
        .update();
  }

  /**
   * Notes that a part is done, within the caller's transaction, which then has its document to
   * itself. False if the lease was lost and the results must not be kept.
   */
  public boolean complete(Part part, int pagesRead, PartCost cost) {
    return lockDocument(part)
        && of(
                    part,
                    """
                    UPDATE part SET state = 'done', lease_until = NULL, pages_read = :pages,
                        characters = :characters, forks = :forks
                    """)
                .param("pages", pagesRead)
                .param("characters", cost.characters())
                .param("forks", cost.forks())
                .update()
            == 1
        && raisePagesDone(part, pagesRead);
  }

  private boolean lockDocument(Part part) {
    return jdbc.sql(
            """
            SELECT 1 FROM document WHERE id = :id AND state = 'parsing' AND attempts = :attempt
            FOR NO KEY UPDATE
            """)
        .param("id", part.document().id().value())
        .param("attempt", part.document().attempts())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private boolean raisePagesDone(Part part, int pages) {
    return jdbc.sql("UPDATE document SET pages_done = pages_done + :pages WHERE id = :id")
            .param("pages", pages)
            .param("id", part.document().id().value())
            .update()
        == 1;
  }

  /**
   * If no part is left, has the document claimed again, to gather them: a claim that does not
   * count. In the transaction of {@link #complete}; true for the last part.
   */
  public boolean readyToGather(Part part) {
    return jdbc.sql(
                """
                UPDATE document SET forgiven = forgiven + 1, lease_until = now()
                WHERE id = :id
                  AND NOT EXISTS (SELECT 1 FROM part WHERE document_id = :id AND state <> 'done')
                """)
            .param("id", part.document().id().value())
            .update()
        == 1;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
