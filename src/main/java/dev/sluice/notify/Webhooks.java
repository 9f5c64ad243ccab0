package dev.sluice.notify;

import com.fasterxml.uuid.Generators;
import dev.sluice.model.document.DocumentState;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The webhooks of all owners. */
@Component
class Webhooks {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final SecureRandom random = new SecureRandom();

  Webhooks(JdbcClient jdbc, TransactionTemplate transaction) {
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  /** Adds a webhook; empty if its owner has as many as it may. */
  Optional<Webhook> add(String owner, URI url, List<DocumentState> states, int limit) {
    return transaction.execute(
        status -> {
          oneAtATime(owner);
          return insert(owner, url, states, limit);
        });
  }

  /** Serialises the callers of an owner, as concurrent ones would otherwise all find room. */
  private void oneAtATime(String owner) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('webhook'), hashtext(?))")
        .param(owner)
        .query((row, n) -> "")
        .single();
  }

  private Optional<Webhook> insert(String owner, URI url, List<DocumentState> states, int limit) {
    return jdbc.sql(
            """
            INSERT INTO webhook (id, owner, url, states, secret)
            SELECT :id, :owner, :url, CAST(:states AS text[]), :secret
            WHERE (SELECT count(*) FROM webhook WHERE owner = :owner) < :limit
            RETURNING *
            """)
        .param("id", Generators.timeBasedEpochRandomGenerator().generate())
        .param("owner", owner)
        .param("url", url.toString())
        .param("states", labels(states))
        .param("secret", WebhookSecret.random(random).key())
        .param("limit", limit)
        .query(Webhooks::read)
        .optional();
  }

  /** The owner's webhooks, oldest first. */
  List<Webhook> list(String owner) {
    return jdbc.sql("SELECT * FROM webhook WHERE owner = ? ORDER BY id")
        .param(owner)
        .query(Webhooks::read)
        .list();
  }

  /** The webhook, if it is this owner's. */
  Optional<Webhook> find(String owner, UUID id) {
    return jdbc.sql("SELECT * FROM webhook WHERE id = :id AND owner = :owner")
        .param("id", id)
        .param("owner", owner)
        .query(Webhooks::read)
        .optional();
  }

  /** Removes a webhook; only what is on its way already still goes to it. */
  void remove(Webhook webhook) {
    jdbc.sql("DELETE FROM webhook WHERE id = ?").param(webhook.id()).update();
  }

  /**
   * Takes webhooks for which a delivery is due, under a lease, those first that waited longest for
   * their turn. No other replica takes them meanwhile.
   */
  List<Webhook> takeDue(int limit, Duration lease) {
    return jdbc.sql(
            """
            UPDATE webhook SET lease_until = now() + make_interval(secs => :lease)
            WHERE id IN (
                SELECT id FROM webhook w
                WHERE disabled_at IS NULL AND lease_until <= now() AND rests_until <= now()
                  AND EXISTS (SELECT FROM webhook_delivery
                    WHERE webhook_id = w.id AND state = 'pending' AND due_at <= now())
                ORDER BY lease_until LIMIT :limit FOR UPDATE SKIP LOCKED)
            RETURNING *
            """)
        .param("lease", seconds(lease))
        .param("limit", limit)
        .query(Webhooks::read)
        .list();
  }

  /**
   * Prolongs the lease of a webhook; false if it is disabled, gone, or to be left alone for a
   * while.
   */
  boolean keep(Webhook webhook, Duration lease) {
    return jdbc.sql(
                """
                UPDATE webhook SET lease_until = now() + make_interval(secs => :lease)
                WHERE id = :id AND disabled_at IS NULL AND rests_until <= now()
                """)
            .param("id", webhook.id())
            .param("lease", seconds(lease))
            .update()
        == 1;
  }

  /** Ends the lease of a webhook, for another replica to take it. */
  void letGo(Webhook webhook) {
    jdbc.sql("UPDATE webhook SET lease_until = now() WHERE id = ?").param(webhook.id()).update();
  }

  /** Leaves a webhook's receiver alone for a while. */
  void spare(Webhook webhook, Duration rest) {
    jdbc.sql("UPDATE webhook SET rests_until = now() + make_interval(secs => :rest) WHERE id = :id")
        .param("id", webhook.id())
        .param("rest", seconds(rest))
        .update();
  }

  /** Disables a webhook whose receiver wants no more, and gives up its pending deliveries. */
  void disable(Webhook webhook) {
    jdbc.sql(
            """
            WITH disabled AS (
                UPDATE webhook SET disabled_at = now() WHERE id = :id AND disabled_at IS NULL)
            UPDATE webhook_delivery SET state = 'dead', ended_at = now(), result = 'gone'
            WHERE webhook_id = :id AND state = 'pending'
            """)
        .param("id", webhook.id())
        .update();
  }

  static Webhook read(ResultSet row, int number) throws SQLException {
    return new Webhook(
        row.getObject("id", UUID.class),
        row.getString("owner"),
        URI.create(row.getString("url")),
        states(row.getArray("states")),
        new WebhookSecret(row.getBytes("secret")),
        CompletionEventRowMapper.instant(row, "created_at"),
        CompletionEventRowMapper.instant(row, "disabled_at"));
  }

  private static List<DocumentState> states(Array labels) throws SQLException {
    return labels == null
        ? null
        : Stream.of((String[]) labels.getArray()).map(DocumentState::of).toList();
  }

  private static String[] labels(List<DocumentState> states) {
    return states == null ? null : states.stream().map(DocumentState::label).toArray(String[]::new);
  }

  static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
