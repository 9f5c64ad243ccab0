package dev.sluice.notify;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The transactional outbox: events that the database wrote when documents ended. Any number of
 * replicas may empty it; events that a replica took and did not publish become available to all
 * again.
 */
@Component
public class Outbox {

  /**
   * Time for which taken events are left to this replica; longer than the Kafka client keeps
   * trying.
   */
  private static final Duration LEASE = Duration.ofSeconds(30);

  /** Largest number of events that a sweep removes, so that it never takes long. */
  private static final int SWEPT_AT_ONCE = 10_000;

  private final JdbcClient jdbc;
  private final EventSettings settings;

  Outbox(JdbcClient jdbc, EventSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  /**
   * The oldest events that are neither published nor being published, for the caller to publish.
   */
  public List<CompletionEvent> take() {
    return jdbc.sql(
            """
            UPDATE completion_event e SET lease_until = now() + make_interval(secs => :lease)
            WHERE id IN (
                SELECT id FROM completion_event
                WHERE published_at IS NULL AND lease_until <= now()
                ORDER BY id LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING %s
            """
                .formatted(CompletionEventRowMapper.COLUMNS))
        .param("lease", LEASE.toSeconds())
        .param("limit", settings.batch())
        .query(new CompletionEventRowMapper())
        .list();
  }

  /** Notes that they are in the topic. */
  public void published(List<CompletionEvent> events) {
    if (events.isEmpty()) {
      return;
    }
    jdbc.sql("UPDATE completion_event SET published_at = now() WHERE id = ANY(:ids)")
        .param("ids", events.stream().map(CompletionEvent::id).toArray(UUID[]::new))
        .update();
  }

  /** How many are not in the topic yet. */
  public long unpublished() {
    return jdbc.sql("SELECT count(*) FROM completion_event WHERE published_at IS NULL")
        .query(Long.class)
        .single();
  }

  /** Removes old events with their deliveries, but none that a webhook still waits for. */
  public void sweep() {
    jdbc.sql(
            """
            DELETE FROM completion_event WHERE id = ANY (ARRAY( -- with IN it would read all of them
                SELECT e.id FROM completion_event e
                WHERE published_at < now() - make_interval(secs => :keep)
                  AND NOT EXISTS (
                    SELECT FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
                    WHERE d.event_id = e.id AND d.state = 'pending' AND w.disabled_at IS NULL)
                ORDER BY published_at LIMIT :limit FOR UPDATE SKIP LOCKED))
            """)
        .param("keep", settings.keep().toSeconds())
        .param("limit", SWEPT_AT_ONCE)
        .update();
  }
}
