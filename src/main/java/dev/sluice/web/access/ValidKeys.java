package dev.sluice.web.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says whose a key is, as long as it is valid; remembers that for a second. */
@Component
public class ValidKeys {

  private final JdbcClient jdbc;
  private final KeyUses uses;
  private final Cache<ByteBuffer, Optional<ValidKey>> remembered = forASecond();
  private final Cache<UUID, Boolean> rememberedIds = forASecond();

  ValidKeys(JdbcClient jdbc, KeyUses uses) {
    this.jdbc = jdbc;
    this.uses = uses;
  }

  private static <K, V> Cache<K, V> forASecond() {
    return Caffeine.newBuilder()
        .maximumSize(10_000)
        .expireAfterWrite(Duration.ofSeconds(1))
        .build();
  }

  /**
   * The owner of this key; empty if it is unknown, revoked or has ended. Cached for a second, so a
   * key that another replica revokes may live that long.
   */
  public Optional<Caller> find(String secret) {
    return findValid(secret).map(ValidKey::caller);
  }

  /** The same with the key's id. */
  public Optional<ValidKey> findValid(String secret) {
    return remembered.get(
        ByteBuffer.wrap(SecretToken.hash(secret)),
        key -> {
          Optional<ValidKey> found = read(key.array());
          found.ifPresent(valid -> uses.note(valid.id()));
          return found;
        });
  }

  private Optional<ValidKey> read(byte[] hash) {
    return jdbc.sql(
            """
            SELECT id, owner, role FROM api_key
            WHERE key_hash = ? AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > now())
            """)
        .param(hash)
        .query(
            (row, n) ->
                new ValidKey(
                    row.getObject("id", UUID.class),
                    new Caller(row.getString("owner"), Role.of(row.getString("role")))))
        .optional();
  }

  /** Whether the key with this id is neither revoked nor has ended; cached for a second. */
  public boolean isValid(UUID id) {
    return rememberedIds.get(id, this::readValid);
  }

  private boolean readValid(UUID id) {
    return jdbc.sql(
                """
            SELECT count(*) FROM api_key
            WHERE id = ? AND revoked_at IS NULL AND (ends_at IS NULL OR ends_at > now())
            """)
            .param(id)
            .query(Integer.class)
            .single()
        == 1;
  }

  /** Reads a key anew, as it was made or ends. */
  void forget(byte[] hash) {
    remembered.invalidate(ByteBuffer.wrap(hash));
  }

  /** Reads all keys anew, as one was revoked. */
  void forgetAll() {
    remembered.invalidateAll();
    rememberedIds.invalidateAll();
  }
}
