package dev.sluice.results.rendition;

import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps thumbnails, and failures to make them, with their documents. */
@Repository
class ThumbnailStore implements RenditionStore {

  private final JdbcClient jdbc;
  private final ThumbnailSettings settings;

  ThumbnailStore(JdbcClient jdbc, ThumbnailSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  @Override
  public Optional<Rendition> find(RenditionKey key) {
    return jdbc.sql(
            """
            SELECT * FROM thumbnail
            WHERE document_id = :id AND size = :size AND renderer = :renderer
              AND (png IS NOT NULL OR made_at > now() - make_interval(secs => :forget))
            """)
        .param("id", key.document().id().value())
        .param("size", key.size())
        .param("renderer", key.renderer())
        .param("forget", (double) settings.forgetFailure().toSeconds())
        .query((row, n) -> thumbnail(row))
        .optional();
  }

  /** Keeps it, unless its document or the original is gone meanwhile. */
  @Override
  public void keep(RenditionKey key, Rendition thumbnail) {
    Failure failure = thumbnail.failure();
    jdbc.sql(
            """
            INSERT INTO thumbnail
              (document_id, size, renderer, png, failure_code, failure_detail)
            SELECT id, :size, :renderer, :png, :code, :detail FROM document
            WHERE id = :id AND original_deleted_at IS NULL FOR KEY SHARE
            ON CONFLICT (document_id, size) DO UPDATE SET renderer = excluded.renderer,
              png = excluded.png, failure_code = excluded.failure_code,
              failure_detail = excluded.failure_detail, made_at = excluded.made_at
            """)
        .param("id", key.document().id().value())
        .param("size", key.size())
        .param("renderer", key.renderer())
        .param("png", thumbnail.content())
        .param("code", failure == null ? null : failure.code().label())
        .param("detail", failure == null ? null : failure.detail())
        .update();
  }

  private static Rendition thumbnail(ResultSet row) throws SQLException {
    byte[] png = row.getBytes("png");
    return png != null
        ? Rendition.of(png)
        : Rendition.of(
            Failure.of(
                FailureCode.stored(row.getString("failure_code")),
                row.getString("failure_detail")));
  }
}
