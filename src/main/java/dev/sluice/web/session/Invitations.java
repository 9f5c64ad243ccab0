package dev.sluice.web.session;

import com.fasterxml.uuid.Generators;
import dev.sluice.web.access.Caller;
import dev.sluice.web.access.Role;
import dev.sluice.web.access.SecretToken;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes invitations to log in, each good once and for a short time. They are kept as hashes. */
@Component
public class Invitations {

  /** How long one is good. */
  static final Duration GOOD_FOR = Duration.ofMinutes(15);

  private final JdbcClient jdbc;

  Invitations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Invites an owner, wherever it is. */
  Invitation invite(Caller guest) {
    return invite(guest, false);
  }

  /** Invites an owner who sits at this machine; from any other the invitation is not good. */
  public Invitation inviteToThisMachine(String owner) {
    return invite(new Caller(owner, Role.USER), true);
  }

  private Invitation invite(Caller guest, boolean loopbackOnly) {
    String token = SecretToken.create("sli_");
    return jdbc.sql(
            """
            INSERT INTO invitation (id, owner, role, token_hash, loopback_only, expires_at)
            VALUES (:id, :owner, :role, :hash, :loopbackOnly, now() + make_interval(secs => :goodFor))
            RETURNING *
            """)
        .param("id", Generators.timeBasedEpochRandomGenerator().generate())
        .param("owner", guest.owner())
        .param("role", guest.role().label())
        .param("hash", SecretToken.hash(token))
        .param("loopbackOnly", loopbackOnly)
        .param("goodFor", GOOD_FOR.toSeconds())
        .query(
            (row, n) ->
                new Invitation(
                    row.getObject("id", UUID.class),
                    row.getString("owner"),
                    Role.of(row.getString("role")),
                    token,
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
        .single();
  }

  /**
   * Whom the token invites; it is used up. Of two who come at once, one gets it.
   *
   * @param isLoopback whether whoever brings it sits at this machine
   */
  Optional<Caller> take(String token, boolean isLoopback) {
    return jdbc.sql(
            """
            DELETE FROM invitation
            WHERE token_hash = :hash AND expires_at > now() AND (:isLoopback OR NOT loopback_only)
            RETURNING owner, role
            """)
        .param("hash", SecretToken.hash(token))
        .param("isLoopback", isLoopback)
        .query((row, n) -> new Caller(row.getString("owner"), Role.of(row.getString("role"))))
        .optional();
  }

  /** Removes those that nobody took in time. */
  public void expire() {
    jdbc.sql("DELETE FROM invitation WHERE expires_at < now()").update();
  }
}
