package dev.sluice.notify;

import static dev.sluice.notify.Webhooks.seconds;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records which event goes to which webhook, and how it went. A delivery is pending until it is
 * delivered or, its attempts spent, dead; the dead ones are kept, to be looked at and sent again.
 */
@Component
public class Deliveries {

  private final JdbcClient jdbc;

  Deliveries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Begins an attempt of the webhook's delivery that is due for longest, and counts it. */
  Optional<Delivery> begin(Webhook webhook, Duration lease) {
    return jdbc.sql(
            """
            UPDATE webhook_delivery d
            SET attempts = d.attempts + 1, due_at = now() + make_interval(secs => :lease)
            FROM completion_event e
            WHERE e.id = d.event_id AND d.webhook_id = :webhook AND d.event_id = (
                SELECT event_id FROM webhook_delivery
                WHERE webhook_id = :webhook AND state = 'pending' AND due_at <= now()
                ORDER BY due_at, event_id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING d.attempts AS attempt, d.attempts - d.forgiven AS spent, %s
            """
                .formatted(CompletionEventRowMapper.COLUMNS))
        .param("webhook", webhook.id())
        .param("lease", seconds(lease))
        .query(
            (row, n) ->
                new Delivery(
                    webhook,
                    new CompletionEventRowMapper().mapRow(row, n),
                    row.getInt("attempt"),
                    row.getInt("spent")))
        .optional();
  }

  /** Notes that the event was delivered. */
  void delivered(Delivery delivery, DeliveryResponse response) {
    end(delivery, response, "delivered");
  }

  /** Notes that no attempt is left, which makes it a dead letter. */
  void gaveUp(Delivery delivery, DeliveryResponse response) {
    end(delivery, response, "dead");
  }

  private void end(Delivery delivery, DeliveryResponse response, String state) {
    update(delivery, response, "state = '" + state + "', ended_at = now()", Duration.ZERO);
  }

  /** Notes a failed attempt; the next may begin after the delay. */
  void retryLater(Delivery delivery, DeliveryResponse response, Duration delay) {
    update(delivery, response, "due_at = now() + make_interval(secs => :delay)", delay);
  }

  /** Changes nothing if another attempt has begun, because then this one lost its lease. */
  private void update(Delivery delivery, DeliveryResponse response, String change, Duration delay) {
    jdbc.sql(
            """
            UPDATE webhook_delivery SET result = :result, http_status = :status, %s
            WHERE event_id = :event AND webhook_id = :webhook
              AND state = 'pending' AND attempts = :attempt
            """
                .formatted(change))
        .param("result", response.result().label())
        .param("status", response.status())
        .param("event", delivery.event().id())
        .param("webhook", delivery.webhook().id())
        .param("attempt", delivery.attempt())
        .param("delay", seconds(delay))
        .update();
  }

  /**
   * Has an event sent again at once, with all attempts ahead of it; false if there is no such
   * delivery.
   */
  boolean sendAgain(Webhook webhook, UUID event) {
    return jdbc.sql(
                """
                UPDATE webhook_delivery
                SET state = 'pending', due_at = now(), forgiven = attempts, ended_at = NULL
                WHERE event_id = :event AND webhook_id = :webhook
                """)
            .param("event", event)
            .param("webhook", webhook.id())
            .update()
        == 1;
  }

  /** Has a ping sent and returns its event; empty while another is on its way. */
  Optional<UUID> ping(Webhook webhook) {
    return jdbc.sql(
            """
            WITH ping AS (
                INSERT INTO completion_event (id, type, owner, published_at)
                SELECT time_ordered_uuid(), 'ping', :owner, now()
                WHERE NOT EXISTS (
                    SELECT FROM webhook_delivery d JOIN completion_event e ON e.id = d.event_id
                    WHERE d.webhook_id = :webhook AND d.state = 'pending' AND e.type = 'ping')
                RETURNING id)
            INSERT INTO webhook_delivery (event_id, webhook_id) SELECT id, :webhook FROM ping
            RETURNING event_id
            """)
        .param("owner", webhook.owner())
        .param("webhook", webhook.id())
        .query(UUID.class)
        .optional();
  }

  /**
   * The webhook's deliveries, newest events first.
   *
   * @param state in which they are, or null for all
   * @param after the last one of the part before, or null
   */
  List<DeliveryView> list(Webhook webhook, DeliveryState state, UUID after, int limit) {
    return jdbc.sql(
            """
            SELECT d.*, %s FROM webhook_delivery d JOIN completion_event e ON e.id = d.event_id
            WHERE d.webhook_id = :webhook
              AND (CAST(:state AS text) IS NULL OR d.state = :state)
              AND (CAST(:after AS uuid) IS NULL OR d.event_id < :after)
            ORDER BY d.event_id DESC LIMIT :limit
            """
                .formatted(CompletionEventRowMapper.COLUMNS))
        .param("webhook", webhook.id())
        .param("state", state == null ? null : state.label())
        .param("after", after)
        .param("limit", limit)
        .query(DeliveryView::read)
        .list();
  }

  /** Number of undelivered ones, by state. */
  public Map<DeliveryState, Long> undelivered() {
    return jdbc
        .sql(
            """
            SELECT 'pending' AS state, count(*) AS deliveries
            FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE d.state = 'pending'
            UNION ALL -- each has an index of its own
            SELECT 'dead', count(*)
            FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id WHERE d.state = 'dead'
            """)
        .query((row, n) -> Map.entry(DeliveryState.of(row.getString("state")), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
