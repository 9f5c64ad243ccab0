package dev.sluice.store.ledger;

import dev.sluice.model.document.Drop;
import dev.sluice.model.document.Origin;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets one of all replicas that see a dropped file claim it (Competing Consumers). A replica that
 * was too slow to keep its claim can no longer change it.
 */
@Component
public class DropClaims {

  private final JdbcClient jdbc;
  private final UUID replica = UUID.randomUUID();

  DropClaims(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Claims a dropped file until the lease is over; false if another replica holds it or it is
   * settled.
   */
  public boolean claim(Drop drop, Duration lease) {
    return jdbc.sql(
                """
                INSERT INTO drop_claim AS claim (origin, ref, version, replica, lease_until)
                VALUES (:origin, :ref, :version, :replica, now() + make_interval(secs => :lease))
                ON CONFLICT (origin, ref, version)
                DO UPDATE SET replica = EXCLUDED.replica, lease_until = EXCLUDED.lease_until
                WHERE claim.settled_at IS NULL AND claim.lease_until < now()
                """)
            .param("origin", drop.origin().label())
            .param("ref", drop.ref())
            .param("version", drop.version())
            .param("replica", replica)
            .param("lease", lease.toMillis() / 1000.0)
            .update()
        == 1;
  }

  /** Which of the dropped files are claimed or settled. */
  public Set<Drop> taken(Collection<Drop> drops) {
    return new HashSet<>(
        jdbc.sql(
                """
                SELECT origin, ref, version FROM drop_claim
                WHERE (settled_at IS NOT NULL OR lease_until >= now())
                AND (origin, ref, version) IN (
                    SELECT * FROM unnest(:origins::text[], :refs::text[], :versions::text[]))
                """)
            .param("origins", texts(drops, drop -> drop.origin().label()))
            .param("refs", texts(drops, Drop::ref))
            .param("versions", texts(drops, Drop::version))
            .query(
                (row, number) ->
                    new Drop(Origin.of(row.getString(1)), row.getString(2), row.getString(3)))
            .list());
  }

  /** Prolongs claims whose files are still being read; how many of them this replica still has. */
  public int renew(Collection<Drop> drops, Duration lease) {
    return jdbc.sql(
            """
            UPDATE drop_claim SET lease_until = now() + make_interval(secs => :lease)
            WHERE settled_at IS NULL AND replica = :replica AND (origin, ref, version) IN (
                SELECT * FROM unnest(:origins::text[], :refs::text[], :versions::text[]))
            """)
        .param("lease", lease.toMillis() / 1000.0)
        .param("replica", replica)
        .param("origins", texts(drops, drop -> drop.origin().label()))
        .param("refs", texts(drops, Drop::ref))
        .param("versions", texts(drops, Drop::version))
        .update();
  }

  /** Remembers that this version is dealt with, for sources that stay where they are. */
  public void settle(Drop drop) {
    change("UPDATE drop_claim SET settled_at = now(), lease_until = NULL", drop);
  }

  /** Forgets a claim: the file is gone, or shall be taken again. What is settled stays so. */
  public void release(Drop drop) {
    change("DELETE FROM drop_claim", drop);
  }

  /**
   * Deletes unsettled claims whose leases ran out this long ago: their files were removed from
   * outside. Returns how many.
   */
  public int forget(Duration abandonedFor) {
    return jdbc.sql(
            """
            DELETE FROM drop_claim
            WHERE settled_at IS NULL AND lease_until < now() - make_interval(secs => :abandoned)
            """)
        .param("abandoned", abandonedFor.toSeconds())
        .update();
  }

  private void change(String statement, Drop drop) {
    jdbc.sql(
            statement
                + " WHERE origin = :origin AND ref = :ref AND version = :version"
                + " AND replica = :replica AND settled_at IS NULL")
        .param("origin", drop.origin().label())
        .param("ref", drop.ref())
        .param("version", drop.version())
        .param("replica", replica)
        .update();
  }

  private static String[] texts(Collection<Drop> drops, Function<Drop, String> part) {
    return drops.stream().map(part).toArray(String[]::new);
  }
}
