package dev.sluice.limits;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts an owner's concurrent uploads, with numbered slots. A slot is held until it is given back,
 * or until no upload can last any longer: then its replica was killed.
 */
@Component
public class UploadSlots {

  private static final Logger LOG = LoggerFactory.getLogger(UploadSlots.class);

  private final JdbcClient jdbc;
  private final Duration lease;
  private final HoldTime holdTime = new HoldTime();

  UploadSlots(JdbcClient jdbc, @Value("${spring.mvc.async.request-timeout}") Duration lease) {
    this.jdbc = jdbc;
    this.lease = lease;
  }

  /**
   * The answer to a request for a slot.
   *
   * @param slot null if all are taken
   */
  record SlotAnswer(UploadSlot slot, Quota quota) {}

  /** Takes one of {@code limit} slots if one is free. */
  SlotAnswer take(String owner, int limit) {
    for (int race = 0; race < limit; race++) {
      Attempt attempt = attempt(owner, limit);
      if (attempt.slot() != null) {
        return new SlotAnswer(attempt.slot(), quota(limit, attempt.used() + 1));
      }
      if (!attempt.sawFree()) {
        break;
      }
    }
    return new SlotAnswer(null, quota(limit, limit));
  }

  /** How many slots an owner holds. */
  int used(String owner) {
    return jdbc.sql("SELECT count(*) FROM upload_slot WHERE owner = ? AND until > now()")
        .param(owner)
        .query(Integer.class)
        .single();
  }

  /** Forgets slots whose replica was killed; returns how many. */
  public int sweep() {
    return jdbc.sql("DELETE FROM upload_slot WHERE until <= now()").update();
  }

  void giveBack(UploadSlot slot) {
    holdTime.note(Duration.between(slot.since(), Instant.now()));
    try {
      jdbc.sql("DELETE FROM upload_slot WHERE owner = :owner AND number = :number AND id = :id")
          .param("owner", slot.owner())
          .param("number", slot.number())
          .param("id", slot.id())
          .update();
    } catch (RuntimeException e) {
      LOG.warn("A slot for uploads is held until its lease ends", e);
    }
  }

  Quota quota(int limit, int used) {
    int remaining = Math.max(0, limit - used);
    return new Quota(
        "concurrent-uploads",
        limit,
        null,
        remaining,
        remaining == 0 ? holdTime.recent() : Duration.ZERO);
  }

  private record Attempt(int used, boolean sawFree, UploadSlot slot) {}

  // The primary key lets one of several have a number; the others see that it was free, and lost.
  private Attempt attempt(String owner, int limit) {
    UUID id = UUID.randomUUID();
    return jdbc.sql(
            """
            WITH live AS (SELECT number FROM upload_slot WHERE owner = :owner AND until > now()),
            free AS (
              SELECT number FROM generate_series(1, :limit) AS number
              WHERE (SELECT count(*) FROM live) < :limit AND number NOT IN (SELECT number FROM live)
              LIMIT 1),
            taken AS (
              INSERT INTO upload_slot AS slot (owner, number, id, until)
              SELECT :owner, number, :id, now() + make_interval(secs => :lease) FROM free
              ON CONFLICT (owner, number) DO UPDATE SET id = EXCLUDED.id, until = EXCLUDED.until
              WHERE slot.until <= now()
              RETURNING number)
            SELECT (SELECT count(*) FROM live) AS used, (SELECT number FROM free) AS free,
                (SELECT number FROM taken) AS taken
            """)
        .param("owner", owner)
        .param("limit", limit)
        .param("id", id)
        .param("lease", lease.toMillis() / 1000.0)
        .query(
            (row, n) -> {
              Integer taken = row.getObject("taken", Integer.class);
              return new Attempt(
                  row.getInt("used"),
                  row.getObject("free") != null,
                  taken == null ? null : new UploadSlot(this, owner, taken, id));
            })
        .single();
  }
}
