package dev.sluice.intake.resumable;

import dev.sluice.model.document.BatchId;
import dev.sluice.model.document.DocumentId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records how far uploads in pieces have come. The offset is the fencing token: every change
 * requires the offset it began with, so of several concurrent requests, on any replicas, one
 * succeeds and the others notice.
 */
@Component
class ResumableUploads {

  private static final Duration SWEEP_LEASE = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final ResumableSettings settings;

  ResumableUploads(JdbcClient jdbc, ResumableSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /** Begins an upload; false if there is one with this id. */
  boolean create(UploadId id, String owner, String metadata, long length) {
    return jdbc.sql(
                """
            INSERT INTO resumable_upload (id, owner, metadata, length, expires_at, sweep_at)
            VALUES (:id, :owner, :metadata, :length, now() + make_interval(secs => :expire),
                now() + make_interval(secs => :sweep))
            """)
            .param("id", id.value())
            .param("owner", owner)
            .param("metadata", metadata)
            .param("length", length)
            .param("expire", expire())
            .param("sweep", sweep())
            .update()
        == 1;
  }

  /** The upload, if it belongs to this owner and was not ended. */
  Optional<ResumableUpload> find(String owner, UploadId id) {
    return jdbc.sql(
            "SELECT * FROM resumable_upload WHERE id = :id AND owner = :owner AND NOT ended")
        .param("id", id.value())
        .param("owner", owner)
        .query(ResumableUploads::read)
        .optional();
  }

  /** Enters a stored piece; false if the upload is not at its offset any more. */
  boolean append(ResumableUpload upload, long length, String claimKey) {
    return jdbc.sql(
                """
                WITH grown AS (
                    UPDATE resumable_upload SET received = received + :length,
                        expires_at = now() + make_interval(secs => :expire),
                        sweep_at = now() + make_interval(secs => :sweep)
                    WHERE id = :id AND received = :offset AND document_id IS NULL
                      AND NOT ended AND expires_at > now()
                    RETURNING id)
                INSERT INTO resumable_piece (upload_id, begins_at, claim_key)
                SELECT id, :offset, :key FROM grown
                """)
            .param("id", upload.id().value())
            .param("offset", upload.received())
            .param("length", length)
            .param("key", claimKey)
            .param("expire", expire())
            .param("sweep", sweep())
            .update()
        == 1;
  }

  /** How many pieces count. */
  int pieceCount(UploadId id) {
    return jdbc.sql("SELECT count(*) FROM resumable_piece WHERE upload_id = :id")
        .param("id", id.value())
        .query(Integer.class)
        .single();
  }

  /** Where the pieces that count lie, in their order. */
  List<String> pieces(UploadId id) {
    return jdbc.sql(
            "SELECT claim_key FROM resumable_piece WHERE upload_id = :id ORDER BY begins_at")
        .param("id", id.value())
        .query(String.class)
        .list();
  }

  /** Notes the document that it is about to become, so that its bytes count once. */
  void enter(UploadId id, DocumentId document) {
    jdbc.sql("UPDATE resumable_upload SET entering = :document WHERE id = :id")
        .param("document", document.value())
        .param("id", id.value())
        .update();
  }

  /** Notes that its files are about to become documents, so that their bytes count once. */
  void enterFiles(UploadId id) {
    jdbc.sql("UPDATE resumable_upload SET entering = id WHERE id = :id")
        .param("id", id.value())
        .update();
  }

  /** Notes the document that it became; false if the upload is not at its offset any more. */
  boolean finish(ResumableUpload upload, DocumentId document, boolean duplicate) {
    return finish(upload, document.value(), duplicate, null);
  }

  /** Notes the batch that a ZIP became; false if the upload is not at its offset any more. */
  boolean finish(ResumableUpload upload, BatchId batch) {
    return finish(upload, null, false, batch.value());
  }

  private boolean finish(ResumableUpload upload, UUID document, boolean duplicate, UUID batch) {
    return jdbc.sql(
                """
                UPDATE resumable_upload SET received = length,
                    document_id = CAST(:document AS uuid), duplicate = :duplicate,
                    batch_id = CAST(:batch AS uuid), expires_at = now() + make_interval(secs => :expire),
                    sweep_at = now()
                WHERE id = :id AND received = :offset AND NOT ended
                """)
            .param("id", upload.id().value())
            .param("offset", upload.received())
            .param("document", document)
            .param("duplicate", duplicate)
            .param("batch", batch)
            .param("expire", expire())
            .update()
        == 1;
  }

  /** Ends an upload for its owner; the sweeper removes it soon. */
  void end(UploadId id) {
    jdbc.sql("UPDATE resumable_upload SET ended = true, sweep_at = now() WHERE id = :id")
        .param("id", id.value())
        .update();
  }

  /** Takes uploads that are to be removed; if this replica dies, another takes them later. */
  List<UploadId> takeOverdue(int limit) {
    return jdbc.sql(
            """
            UPDATE resumable_upload SET sweep_at = now() + make_interval(secs => :lease)
            WHERE id IN (
                SELECT id FROM resumable_upload WHERE sweep_at < now()
                ORDER BY sweep_at LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING id
            """)
        .param("lease", seconds(SWEEP_LEASE))
        .param("limit", limit)
        .query((row, n) -> new UploadId(row.getObject("id", UUID.class)))
        .list();
  }

  /** Removes an upload whose pieces are gone; one that is finished only when it has expired. */
  void forget(UploadId id) {
    jdbc.sql(
            """
            WITH gone AS (
                DELETE FROM resumable_upload WHERE id = :id AND (ended OR expires_at < now()))
            UPDATE resumable_upload SET sweep_at = expires_at
            WHERE id = :id AND NOT ended AND expires_at >= now()
            """)
        .param("id", id.value())
        .update();
  }

  private double expire() {
    return seconds(settings.expireAfter());
  }

  private double sweep() {
    return seconds(settings.expireAfter().plus(settings.forgetAfter()));
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  private static ResumableUpload read(ResultSet row, int number) throws SQLException {
    UUID document = row.getObject("document_id", UUID.class);
    UUID batch = row.getObject("batch_id", UUID.class);
    return new ResumableUpload(
        new UploadId(row.getObject("id", UUID.class)),
        row.getString("owner"),
        row.getString("metadata"),
        row.getLong("length"),
        row.getLong("received"),
        document == null ? null : new DocumentId(document),
        row.getBoolean("duplicate"),
        batch == null ? null : new BatchId(batch),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }
}
