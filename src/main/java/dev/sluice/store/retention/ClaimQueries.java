package dev.sluice.store.retention;

import dev.sluice.store.retention.StoredObject.Kind;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads from the ledger what should be in the claims bucket. */
@Component
class ClaimQueries {

  /**
   * Least age of a document that must be in the bucket's list; a younger one may have come later.
   */
  private static final Duration SURELY_LISTED = Duration.ofHours(1);

  private static final int NAMED = 20;

  private final JdbcClient jdbc;

  ClaimQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Documents whose originals are not there.
   *
   * @param some of them, with their states
   */
  record Missing(List<String> some, long count) {}

  /** The claims that have a row in the ledger. */
  Set<UUID> known(Kind kind, Collection<UUID> ids) {
    String query =
        switch (kind) {
          case ORIGINAL ->
              "SELECT id FROM document WHERE id = ANY(:ids) AND original_deleted_at IS NULL";
          case PIECE -> "SELECT id FROM resumable_upload WHERE id = ANY(:ids)";
        };
    return jdbc.sql(query).param("ids", array(ids)).query(UUID.class).set();
  }

  /** Documents after the first id, up to the last, that should have an original and have none. */
  Missing missing(UUID after, UUID last, Collection<UUID> present) {
    long[] count = new long[1];
    List<String> some =
        jdbc.sql(
                """
                SELECT id, state, count(*) OVER () AS missing FROM document
                WHERE id > :after AND id <= :last AND original_deleted_at IS NULL
                  AND state <> 'cancelled'
                  AND received_at < now() - make_interval(secs => :age)
                  AND NOT EXISTS (
                      SELECT FROM unnest(:present::uuid[]) AS there(id) WHERE there.id = document.id)
                ORDER BY id LIMIT :limit
                """)
            .param("after", after)
            .param("last", last)
            .param("present", array(present))
            .param("age", (double) SURELY_LISTED.toSeconds())
            .param("limit", NAMED)
            .query(
                (row, n) -> {
                  count[0] = row.getLong("missing");
                  return row.getString("id") + " (" + row.getString("state") + ")";
                })
            .list();
    return new Missing(some, count[0]);
  }

  private static UUID[] array(Collection<UUID> ids) {
    return ids.toArray(UUID[]::new);
  }
}
