package dev.sluice.store.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Expires documents and originals in the ledger, and returns the keys of objects to remove. Each
 * answer is a batch, empty when there is no more. Any number of replicas may call it at once.
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

  private static void note(String message, List<String> keys) {
    if (!keys.isEmpty()) {
      LOG.info(message, keys.size());
    }
  }
}
