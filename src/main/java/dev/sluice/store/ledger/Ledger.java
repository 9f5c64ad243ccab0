package dev.sluice.store.ledger;

import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.Origin;
import dev.sluice.model.document.Ticket;
import dev.sluice.model.failure.Failure;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enters documents and advances their states. Every change is one conditional statement, so that of
 * several replicas only one can make it; the number of the attempt tells a worker that lost its
 * lease from the one that took over. A document that is split into {@link Parts} has no lease.
 */
@Component
public class Ledger {

  private static final DocumentRow ROW = new DocumentRow();

  private final JdbcClient jdbc;

  Ledger(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Enters a document whose original is safely stored, and its key if it has one. Until the time is
   * over the caller has to publish its ticket, then the sweeper does. False if the same content or
   * key is already entered.
   */
  public boolean register(NewDocument document, Duration publishWithin) {
    try {
      return enter(document, publishWithin);
    } catch (DuplicateKeyException keyTaken) {
      return false;
    }
  }

  // One statement: of two documents with one key, the second is not entered at all.
  private boolean enter(NewDocument document, Duration publishWithin) {
    return jdbc.sql(
                """
                WITH entered AS (
                    INSERT INTO document (id, owner, sha256, size_bytes, file_name, media_type,
                        origin, origin_ref, lane, profile, state, claim_key, lease_until)
                    VALUES (:id, :owner, :sha256, :size, :name, :media,
                        :origin, :originRef, :lane, :profile, 'received', :claimKey,
                        now() + make_interval(secs => :publishWithin))
                    ON CONFLICT DO NOTHING RETURNING id, owner),
                keyed AS (
                    INSERT INTO idempotency_key (owner, key, document_id)
                    SELECT owner, CAST(:idempotencyKey AS text), id FROM entered
                    WHERE CAST(:idempotencyKey AS text) IS NOT NULL)
                SELECT count(*) FROM entered
                """)
            .param("id", document.id().value())
            .param("owner", document.owner())
            .param("sha256", document.sha256())
            .param("size", document.sizeBytes())
            .param("name", document.fileName())
            .param("media", document.mediaType())
            .param("origin", document.origin().label())
            .param("originRef", document.originRef())
            .param("lane", document.lane().label())
            .param("profile", document.profile())
            .param("claimKey", document.claimKey())
            .param("idempotencyKey", document.idempotencyKey())
            .param("publishWithin", seconds(publishWithin))
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Notes where a document came from; once for each place, however often it comes. */
  public void noteSource(DocumentId id, Origin origin, String ref) {
    jdbc.sql(
            """
            INSERT INTO document_source (document_id, origin, ref)
            SELECT id, :origin, :ref FROM document WHERE id = :id FOR KEY SHARE
            ON CONFLICT DO NOTHING
            """)
        .param("id", id.value())
        .param("origin", origin.label())
        .param("ref", ref)
        .update();
  }

  /** The owner's live document with this content. */
  public Optional<Document> findByContent(String owner, String sha256) {
    return jdbc.sql(
            """
            SELECT * FROM document
            WHERE owner = :owner AND sha256 = :sha256 AND state NOT IN ('cancelled', 'expired')
            """)
        .param("owner", owner)
        .param("sha256", sha256)
        .query(ROW)
        .optional();
  }

  /** The owner's document that was sent with this key. */
  public Optional<Document> findByIdempotencyKey(String owner, String key) {
    return jdbc.sql(
            """
            SELECT document.* FROM document JOIN idempotency_key sent ON sent.document_id = id
            WHERE sent.owner = :owner AND sent.key = :key
            """)
        .param("owner", owner)
        .param("key", key)
        .query(ROW)
        .optional();
  }

  /** Notes that a document was sent again, with this key; false if the key is taken already. */
  public boolean noteKey(Document document, String key) {
    return jdbc.sql(
                """
                INSERT INTO idempotency_key (owner, key, document_id)
                SELECT owner, :key, id FROM document WHERE id = :id FOR KEY SHARE
                ON CONFLICT DO NOTHING
                """)
            .param("id", document.id().value())
            .param("key", key)
            .update()
        == 1;
  }

  /** The document, if it is this owner's. */
  public Optional<Document> find(String owner, DocumentId id) {
    return jdbc.sql("SELECT * FROM document WHERE id = :id AND owner = :owner")
        .param("id", id.value())
        .param("owner", owner)
        .query(ROW)
        .optional();
  }

  /**
   * Takes a document under a lease and counts the attempt. It has a page count if all its parts
   * were read by the same parser. Empty if it is final, gone, split, leased to another worker, or
   * if its last worker died in the last attempt.
   */
  public Optional<Document> claim(DocumentId id, AttemptTerms terms) {
    return jdbc.sql(
            """
            UPDATE document
            SET state = 'parsing', attempts = attempts + 1, started_at = now(),
                failure_code = NULL, failure_detail = NULL, parser_version = :parserVersion,
                page_count = CASE WHEN in_parts THEN page_count END,
                pages_done = CASE WHEN in_parts THEN pages_done ELSE 0 END,
                lease_until = now() + make_interval(secs => :lease)
            FROM (SELECT EXISTS (
                SELECT 1 FROM split WHERE document_id = :id AND parser_version = :parserVersion
                ) AS in_parts) AS found
            WHERE id = :id AND (state IN ('received', 'queued', 'retrying')
                OR (state = 'parsing' AND lease_until < now() AND attempts - forgiven < :maxAttempts))
            RETURNING document.*
            """)
        .param("id", id.value())
        .param("lease", seconds(terms.lease()))
        .param("maxAttempts", terms.maxAttempts())
        .param("parserVersion", terms.parser().value())
        .query(ROW)
        .optional();
  }

  /** Prolongs the leases of documents that are being worked on. */
  public void renew(Collection<DocumentId> ids, Duration lease) {
    jdbc.sql(
            """
            UPDATE document SET lease_until = now() + make_interval(secs => :lease)
            WHERE id = ANY(:ids) AND state = 'parsing' AND lease_until IS NOT NULL
            """)
        .param("ids", ids.stream().map(DocumentId::value).toArray(UUID[]::new))
        .param("lease", seconds(lease))
        .update();
  }

  /**
   * Gives a document back as if this attempt had not been: after {@code within} the sweeper queues
   * it.
   */
  public void giveBack(Document document, Duration within) {
    jdbc.sql(
            """
            UPDATE document SET state = 'queued', forgiven = forgiven + 1,
                lease_until = now() + make_interval(secs => :within)
            WHERE id = :id AND state = 'parsing' AND attempts = :attempt
              AND lease_until IS NOT NULL
            """)
        .param("id", document.id().value())
        .param("within", seconds(within))
        .param("attempt", document.attempts())
        .update();
  }

  /**
   * Trusts the ticket of a document that waits to the queue for this time; false if it does not
   * wait.
   */
  public boolean defer(DocumentId id, Duration within) {
    return jdbc.sql(
                """
                UPDATE document SET lease_until = now() + make_interval(secs => :within)
                WHERE id = :id AND state IN ('received', 'queued', 'retrying')
                """)
            .param("id", id.value())
            .param("within", seconds(within))
            .update()
        == 1;
  }

  /**
   * Notes a failure that is tried again, and the time that the attempts took in all; after {@code
   * within} the sweeper sees to it. A forgiven attempt does not count.
   */
  public void retryLater(
      Document document, Failure failure, Duration spent, Duration within, boolean forgive) {
    jdbc.sql(
            """
            UPDATE document SET state = 'retrying', failure_code = :code, failure_detail = :detail,
                forgiven = forgiven + CASE WHEN :forgive THEN 1 ELSE 0 END,
                outages = outages + CASE WHEN :forgive THEN 1 ELSE 0 END,
                millis_spent = :spent,
                lease_until = now() + make_interval(secs => :within)
            WHERE id = :id AND state IN ('parsing', 'retrying', 'queued')
              AND attempts = :attempt AND lease_until IS NOT NULL
            """)
        .param("id", document.id().value())
        .param("attempt", document.attempts())
        .param("forgive", forgive)
        .param("spent", spent.toMillis())
        .param("code", failure.code().label())
        .param("detail", failure.detail())
        .param("within", seconds(within))
        .update();
  }

  /** Ends a document as invalid or dead, by the failure's category. */
  public void end(Document document, Failure failure) {
    jdbc.sql(
            """
            UPDATE document SET state = :state, failure_code = :code, failure_detail = :detail,
                lease_until = NULL, completed_at = now()
            WHERE id = :id AND state = 'parsing' AND attempts = :attempt
              AND lease_until IS NOT NULL
            """)
        .param("id", document.id().value())
        .param("attempt", document.attempts())
        .param("state", failure instanceof Failure.Invalid ? "invalid" : "dead")
        .param("code", failure.code().label())
        .param("detail", failure.detail())
        .update();
  }

  /** Ends documents whose last attempt died with its worker; returns how many. */
  public int endSpent(int maxAttempts, Failure failure) {
    return jdbc.sql(
            """
            UPDATE document SET state = 'dead', failure_code = :code, failure_detail = :detail,
                lease_until = NULL, completed_at = now()
            WHERE state = 'parsing' AND lease_until < now() AND attempts - forgiven >= :maxAttempts
            """)
        .param("code", failure.code().label())
        .param("detail", failure.detail())
        .param("maxAttempts", maxAttempts)
        .update();
  }

  /**
   * Takes over documents that are overdue: tickets never published or lost, retries that are due,
   * work whose worker is gone. The caller has {@code publishWithin} to publish them. What has spent
   * its attempts stays for {@link #endSpent}.
   */
  public List<Ticket> takeOverdue(int maxAttempts, int limit, Duration publishWithin) {
    return jdbc.sql(
            """
            UPDATE document SET lease_until = now() + make_interval(secs => :publishWithin),
                state = CASE state WHEN 'parsing' THEN 'retrying' ELSE state END
            WHERE id IN (
                SELECT id FROM document
                WHERE state IN ('received', 'queued', 'parsing', 'retrying')
                  AND lease_until < now()
                  AND (state <> 'parsing' OR attempts - forgiven < :maxAttempts)
                ORDER BY lease_until LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING id, owner, lane
            """)
        .param("publishWithin", seconds(publishWithin))
        .param("maxAttempts", maxAttempts)
        .param("limit", limit)
        .query(
            (row, n) ->
                new Ticket(
                    new DocumentId(row.getObject("id", UUID.class)),
                    row.getString("owner"),
                    Lane.of(row.getString("lane"))))
        .list();
  }

  /**
   * Completes a document with the number of pages that were read and the codes of its file's
   * defects, within the caller's transaction. False if the lease was lost and the results must not
   * be kept.
   */
  public boolean complete(
      Document document, int pageCount, int pagesDone, Collection<String> defects) {
    return jdbc.sql(
                """
                UPDATE document SET state = 'completed', page_count = :pages, pages_done = :done,
                    defects = :defects, failure_code = NULL, failure_detail = NULL, lease_until = NULL,
                    completed_at = now()
                WHERE id = :id AND state = 'parsing' AND attempts = :attempt
                  AND lease_until IS NOT NULL
                """)
            .param("id", document.id().value())
            .param("attempt", document.attempts())
            .param("pages", pageCount)
            .param("done", pagesDone)
            .param("defects", defects.toArray(String[]::new))
            .update()
        == 1;
  }

  /** Removes a document and its results; false if it is gone already. */
  public boolean delete(Document document) {
    return jdbc.sql("DELETE FROM document WHERE id = :id")
            .param("id", document.id().value())
            .update()
        == 1;
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
