package dev.sluice.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.document.Document;
import dev.sluice.document.DocumentId;
import dev.sluice.document.DocumentMetadata;
import dev.sluice.document.Lane;
import dev.sluice.document.PageRange;
import dev.sluice.document.Part;
import dev.sluice.document.PartCost;
import dev.sluice.document.PartPlan;
import dev.sluice.document.Ticket;
import dev.sluice.failure.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The parts of large documents: as {@link Ledger} is to documents. A part counts as long as its
 * document is at the attempt that split it; the document's row is always locked before its parts'.
 */
@Component
public class Parts {

  private static final DocumentRow DOCUMENT = new DocumentRow();

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  Parts(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Splits a document, within the caller's transaction: its parts take the place of its lease.
   * Until the time is over their tickets are the caller's business, then the sweeper's. False if
   * the lease was lost.
   */
  public boolean split(
      Document document, PartPlan plan, List<PageRange> ranges, Duration publishWithin) {
    if (!giveLeaseToParts(document, plan.metadata().pageCount())) {
      return false;
    }
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
    insert(document, ranges, publishWithin);
    return true;
  }

  // The attempt went well: those before it are forgiven, and what comes has time of its own.
  private boolean giveLeaseToParts(Document document, int pages) {
    return jdbc.sql(
                """
                UPDATE document SET page_count = :pages, pages_done = 0, lease_until = NULL,
                    forgiven = attempts - 1, give_up_at = NULL
                WHERE id = :id AND state = 'parsing' AND attempts = :attempt
                  AND lease_until IS NOT NULL
                """)
            .param("id", document.id().value())
            .param("attempt", document.attempts())
            .param("pages", pages)
            .update()
        == 1;
  }

  private void insert(Document document, List<PageRange> ranges, Duration publishWithin) {
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
   * Takes a part under a lease and counts the attempt. Empty if it is done, gone, leased to
   * somebody else, its last worker died in the last attempt, or another parser began with it.
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
                give_up_at = COALESCE(give_up_at, now() + make_interval(secs => :deadline)),
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
        .param("deadline", seconds(terms.deadline()))
        .param("lease", seconds(terms.lease()))
        .param("maxAttempts", terms.most())
        .query((row, n) -> part(document, row))
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

  /** Gives a part back as if this attempt had not been: the sweeper queues it at once. */
  public void giveBack(Part part) {
    of(
            part,
            """
            UPDATE part SET state = 'queued', forgiven = forgiven + 1, give_up_at = NULL,
                lease_until = now()
            """)
        .update();
  }

  /** Notes a failure that is tried again: as {@link Ledger#retryLater} does for a document. */
  public void retryLater(Part part, Failure failure, Duration within, boolean forgive) {
    of(
            part,
            """
            UPDATE part SET state = 'retrying', failure_code = :code, failure_detail = :detail,
                forgiven = forgiven + CASE WHEN :forgive THEN 1 ELSE 0 END,
                outages = outages + CASE WHEN :forgive THEN 1 ELSE 0 END,
                give_up_at = CASE WHEN :forgive THEN NULL ELSE give_up_at END,
                lease_until = now() + make_interval(secs => :within)
            """)
        .param("forgive", forgive)
        .param("code", failure.code().label())
        .param("detail", failure.detail())
        .param("within", seconds(within))
        .update();
  }

  /** A statement on the part, if it still is in the hands of this attempt. */
  private StatementSpec of(Part part, String update) {
    return jdbc.sql(
            update
                + """
                WHERE document_id = :id AND number = :number AND state = 'parsing'
                  AND attempts = :attempt
                """)
        .param("id", part.document().id().value())
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

  /** Ends documents of parts whose last attempt died with its worker; returns how many. */
  public int endSpent(int maxAttempts, Failure failure) {
    return jdbc.sql(
            """
            UPDATE document SET state = 'dead', failure_code = :code, failure_detail = :detail,
                completed_at = now()
            FROM split WHERE id = split.document_id AND state = 'parsing' AND attempts = attempt
              AND id IN (
                SELECT document_id FROM part
                WHERE state = 'parsing' AND lease_until < now()
                  AND attempts - forgiven >= :maxAttempts)
            """)
        .param("code", failure.code().label())
        .param("detail", failure.detail())
        .param("maxAttempts", maxAttempts)
        .update();
  }

  /** Takes over parts that nobody saw to in time: as {@link Ledger#takeOverdue}. */
  public List<Ticket> takeOverdue(int most, Duration publishWithin) {
    return jdbc.sql(
            """
            UPDATE part SET lease_until = now() + make_interval(secs => :publishWithin),
                state = CASE part.state WHEN 'parsing' THEN 'retrying' ELSE part.state END
            FROM document
            WHERE document.id = document_id AND (document_id, number) IN (
                SELECT document_id, number FROM part
                WHERE state <> 'done' AND lease_until < now()
                ORDER BY lease_until LIMIT :most FOR UPDATE SKIP LOCKED)
            RETURNING document.id, owner, lane, number
            """)
        .param("publishWithin", seconds(publishWithin))
        .param("most", most)
        .query(
            (row, n) ->
                new Ticket(
                        new DocumentId(row.getObject("id", UUID.class)),
                        row.getString("owner"),
                        Lane.of(row.getString("lane")))
                    .ofPart(row.getInt("number")))
        .list();
  }

  /**
   * Notes that a part is done, within the caller's transaction, which then has its document to
   * itself; false if the lease was lost and what was found must not be kept.
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

  private Part part(Document document, ResultSet row) throws SQLException {
    OffsetDateTime giveUpAt = row.getObject("give_up_at", OffsetDateTime.class);
    return new Part(
        document,
        row.getInt("number"),
        new PageRange(row.getInt("from_page"), row.getInt("to_page")),
        new PartPlan(toMetadata(row.getString("metadata")), row.getBoolean("plain_tree")),
        new PartCost(row.getLong("characters_before"), row.getInt("forks_before")),
        row.getInt("attempts"),
        row.getInt("forgiven"),
        row.getInt("outages"),
        giveUpAt == null ? null : giveUpAt.toInstant());
  }

  private String toJson(DocumentMetadata metadata) {
    try {
      return json.writeValueAsString(metadata);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata holds only plain values", e);
    }
  }

  private DocumentMetadata toMetadata(String text) {
    try {
      return json.readValue(text, DocumentMetadata.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("metadata was written by this class", e);
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
