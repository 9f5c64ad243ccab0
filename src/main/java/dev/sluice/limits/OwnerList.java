package dev.sluice.limits;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists all owners: those who have a document, a key or a plan of their own. */
@Component
class OwnerList {

  /** How far an owner's documents are counted. */
  private static final int MANY = 100_000;

  private final JdbcClient jdbc;

  OwnerList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An owner and its load.
   *
   * @param documents that are there, counted no further than to 100,000
   * @param bytes of its originals
   * @param waiting documents that have not ended
   * @param dead documents that were given up
   */
  public record OwnerLoad(
      String owner, String plan, long documents, long bytes, long waiting, long dead) {}

  /** Where a part of the list ended. */
  record OwnerCursor(long waiting, String owner) {

    static OwnerCursor of(OwnerLoad last) {
      return new OwnerCursor(last.waiting(), last.owner());
    }

    /** Reads its text; throws {@link IllegalArgumentException} on anything else. */
    static OwnerCursor parse(String text) {
      String[] parts = text.split(":", 2);
      return new OwnerCursor(Long.parseLong(parts[0]), parts[parts.length - 1]);
    }

    @Override
    public String toString() {
      return waiting + ":" + owner;
    }
  }

  /**
   * Those with most unfinished documents first, then by name; after the cursor if there is one.
   * Each owner is found by one step in an index; what is dear is counted for those shown only.
   */
  List<OwnerLoad> list(OwnerCursor after, int limit) {
    return jdbc.sql(
            """
            WITH RECURSIVE sender (owner) AS (
              (SELECT owner FROM document ORDER BY owner LIMIT 1)
              UNION ALL
              SELECT (SELECT owner FROM document d WHERE d.owner > sender.owner
                      ORDER BY owner LIMIT 1)
              FROM sender WHERE owner IS NOT NULL),
            known AS (
              SELECT owner FROM sender WHERE owner IS NOT NULL
              UNION SELECT owner FROM api_key UNION SELECT owner FROM owner_plan),
            unfinished AS (
              SELECT owner, count(*) AS waiting FROM document
              WHERE state IN ('received', 'queued', 'parsing', 'retrying') GROUP BY owner),
            shown AS (
              SELECT owner, coalesce(waiting, 0) AS waiting
              FROM known LEFT JOIN unfinished USING (owner)
              WHERE CAST(:owner AS text) IS NULL
                 OR (-coalesce(waiting, 0), owner) > (-CAST(:waiting AS bigint), :owner)
              ORDER BY coalesce(waiting, 0) DESC, owner LIMIT :limit)
            SELECT owner, waiting, coalesce(plan, :default) AS plan,
              (SELECT count(*) FROM (SELECT 1 FROM document d
                WHERE d.owner = shown.owner AND state <> 'expired' LIMIT :many) AS present)
                AS documents,
              (SELECT coalesce(sum(size_bytes), 0) FROM document d
                WHERE d.owner = shown.owner AND original_deleted_at IS NULL
                  AND state NOT IN ('cancelled', 'expired')) AS bytes,
              (SELECT count(*) FROM document d
                WHERE d.owner = shown.owner AND state = 'dead') AS dead
            FROM shown LEFT JOIN owner_plan USING (owner)
            ORDER BY waiting DESC, owner
            """)
        .param("owner", after == null ? null : after.owner())
        .param("waiting", after == null ? null : after.waiting())
        .param("default", Plan.DEFAULT)
        .param("many", MANY)
        .param("limit", limit)
        .query(OwnerLoad.class)
        .list();
  }
}
