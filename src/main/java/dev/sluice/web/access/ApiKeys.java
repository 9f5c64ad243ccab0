package dev.sluice.web.access;

import com.fasterxml.uuid.Generators;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates, finds and revokes API keys. Keys are kept as SHA-256 hashes only. */
@Component
public class ApiKeys {

  /** Characters that a key in the configuration has at least. */
  public static final int MIN_CONFIGURED = 20;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final ValidKeys valid;

  ApiKeys(JdbcClient jdbc, TransactionTemplate transaction, ValidKeys valid) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.valid = valid;
  }

  /** Makes a new key; its secret is in this answer and nowhere else. */
  public ApiKey create(String owner, Role role, String label) {
    return insert(owner, role, label, SecretToken.create("slc_"));
  }

  /** The same for an owner that makes its own; empty if it has as many good ones as it may. */
  public Optional<ApiKey> createWithin(int limit, String owner, String label) {
    return transaction.execute(
        status -> {
          oneAtATime(owner);
          return listGood(owner).size() < limit
              ? Optional.of(create(owner, Role.USER, label))
              : Optional.empty();
        });
  }

  /** Concurrent callers of an owner would otherwise all find room. */
  private void oneAtATime(String owner) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtext('api_key'), hashtext(?))")
        .param(owner)
        .query((row, n) -> "")
        .single();
  }

  /**
   * Makes sure that the owner's configured secret is known as a key; a revoked one stays revoked.
   * Keys that were configured before it end after the overlap, in which other replicas may still
   * have them. Those configured after it stay, as do those that ops made.
   *
   * @return the key as it stands
   */
  public ApiKey configure(String owner, String secret, Duration overlap) {
    byte[] hash = SecretToken.hash(secret);
    valid.forget(hash);
    jdbc.sql(
            """
            INSERT INTO api_key (id, owner, role, label, key_hash, configured)
            VALUES (:id, :owner, 'user', 'bootstrap', :hash, true)
            ON CONFLICT (key_hash) DO NOTHING
            """)
        .param("id", Generators.timeBasedEpochRandomGenerator().generate())
        .param("owner", owner)
        .param("hash", hash)
        .update();
    jdbc.sql(
            """
            UPDATE api_key earlier SET ends_at = now() + make_interval(secs => :overlap)
            FROM api_key this
            WHERE this.key_hash = :hash AND earlier.owner = this.owner AND earlier.configured
              AND earlier.created_at < this.created_at AND earlier.ends_at IS NULL
            """)
        .param("overlap", overlap.toMillis() / 1000.0)
        .param("hash", hash)
        .update();
    return jdbc.sql("SELECT * FROM api_key WHERE key_hash = ?")
        .param(hash)
        .query(ApiKeys::read)
        .single();
  }

  /** All keys, revoked ones too, newest first. */
  public List<ApiKey> list() {
    return jdbc.sql("SELECT * FROM api_key ORDER BY id DESC").query(ApiKeys::read).list();
  }

  /** The owner's keys that are neither revoked nor have ended, newest first. */
  public List<ApiKey> listGood(String owner) {
    return jdbc.sql(
            """
            SELECT * FROM api_key
            WHERE owner = ? AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > now())
            ORDER BY id DESC
            """)
        .param(owner)
        .query(ApiKeys::read)
        .list();
  }

  /** Revokes a key; false if there is none with this id. Revoking twice keeps the first time. */
  public boolean revoke(UUID id) {
    return revoke(id, null);
  }

  /** Revokes a key of this owner; false if it has none with this id. */
  public boolean revokeOf(String owner, UUID id) {
    return revoke(id, owner);
  }

  private boolean revoke(UUID id, String owner) {
    int revoked =
        jdbc.sql(
                """
                UPDATE api_key SET revoked_at = coalesce(revoked_at, now())
                WHERE id = :id AND owner = coalesce(CAST(:owner AS text), owner)
                """)
            .param("id", id)
            .param("owner", owner)
            .update();
    valid.forgetAll();
    return revoked == 1;
  }

  private ApiKey insert(String owner, Role role, String label, String secret) {
    valid.forget(SecretToken.hash(secret));
    return jdbc.sql(
            """
            INSERT INTO api_key (id, owner, role, label, key_hash)
            VALUES (:id, :owner, :role, :label, :hash)
            RETURNING *
            """)
        .param("id", Generators.timeBasedEpochRandomGenerator().generate())
        .param("owner", owner)
        .param("role", role.label())
        .param("label", label)
        .param("hash", SecretToken.hash(secret))
        .query((row, n) -> read(row, secret))
        .single();
  }

  private static ApiKey read(ResultSet row, int number) throws SQLException {
    return read(row, null);
  }

  private static ApiKey read(ResultSet row, String secret) throws SQLException {
    return new ApiKey(
        row.getObject("id", UUID.class),
        row.getString("owner"),
        Role.of(row.getString("role")),
        row.getString("label"),
        secret,
        instant(row, "created_at"),
        instant(row, "ends_at"),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
