package dev.sluice.store.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Expires documents, originals and batches in the ledger, and returns the keys of objects to
 * remove. Each answer is limited, and empty when there is no more. Any number of replicas may call
 * it at once.
 */
@Component
public class LedgerExpiry {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerExpiry.class);

  private final RetentionSettings settings;
  private final JdbcClient jdbc;

  LedgerExpiry(RetentionSettings settings, JdbcClient jdbc) {
    this.settings = settings;
    this.jdbc = jdbc;
  }

  /** Gives up originals of documents that were completed long ago; their results stay. */
  public List<String> giveUpOriginals() {
    if (settings.originals().isZero()) {
      return List.of();
    }
    List<String> keys =
        jdbc.sql(
                """
                UPDATE document SET original_deleted_at = now()
                WHERE id IN (
                    SELECT id FROM document
                    WHERE state = 'completed' AND original_deleted_at IS NULL
                      AND completed_at < now() - make_interval(secs => :keep)
                    ORDER BY completed_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                RETURNING claim_key
                """)
            .param("keep", (double) settings.originals().toSeconds())
            .param("limit", settings.batch())
            .query(String.class)
            .list();
    note("Removing the originals of {} completed documents", keys);
    return keys;
  }

  /** Expires documents whose time is over: their results go, their rows and history stay. */
  public List<String> expireDocuments() {
    List<String> keys = new ArrayList<>();
    Optional<String> key = expireOne();
    while (key.isPresent()) {
      keys.add(key.get());
      key = keys.size() < settings.batch() ? expireOne() : Optional.empty();
    }
    note("Expired {} documents", keys);
    return keys;
  }

  // One at a time, because a statement that removes the pages of many takes unpredictably long.
  private Optional<String> expireOne() {
    return jdbc.sql(
            """
            WITH due AS (
                SELECT id FROM document WHERE expires_at < now() AND state <> 'expired'
                ORDER BY expires_at LIMIT 1 FOR UPDATE SKIP LOCKED),
            without_pages AS (
                DELETE FROM page USING due WHERE document_id = due.id),
            without_gaps AS (
                DELETE FROM page_gap USING due WHERE document_id = due.id),
            without_metadata AS (
                DELETE FROM document_metadata USING due WHERE document_id = due.id),
            without_keys AS ( -- the same request may come again
                DELETE FROM idempotency_key USING due WHERE document_id = due.id)
            UPDATE document SET state = 'expired', lease_until = NULL,
                original_deleted_at = coalesce(original_deleted_at, now())
            FROM due WHERE document.id = due.id
            RETURNING claim_key
            """)
        .query(String.class)
        .optional();
  }

  /**
   * Removes batches whose time is over. One with a document that is there begins its time again.
   *
   * @return all whose time was over
   */
  public List<UUID> expireBatches() {
    if (settings.batches().isZero()) {
      return List.of();
    }
    return jdbc.sql(
            """
            WITH due AS (
                SELECT id, EXISTS (
                    SELECT FROM batch_document JOIN document ON document.id = document_id
                    WHERE batch_id = batch.id AND state <> 'expired') AS kept
                FROM batch WHERE used_at < now() - make_interval(secs => :keep)
                ORDER BY used_at LIMIT :limit FOR UPDATE OF batch SKIP LOCKED),
            gone AS (
                DELETE FROM batch USING due WHERE batch.id = due.id AND NOT kept),
            looked_at AS (
                UPDATE batch SET used_at = now() FROM due WHERE batch.id = due.id AND kept)
            SELECT id FROM due
            """)
        .param("keep", (double) settings.batches().toSeconds())
        .param("limit", settings.batch())
        .query(UUID.class)
        .list();
  }

  private static void note(String message, List<String> keys) {
    if (!keys.isEmpty()) {
      LOG.info(message, keys.size());
    }
  }
}
