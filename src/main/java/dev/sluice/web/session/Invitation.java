package dev.sluice.web.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.web.access.Role;
import java.time.Instant;
import java.util.UUID;

/**
 * An invitation to log in once, as whoever makes it sees it.
 *
 * @param token the secret: only in the answer that creates it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Invitation(UUID id, String owner, Role role, String token, Instant expiresAt) {

  /** Leaves out the token. */
  @Override
  public String toString() {
    return "Invitation[" + id + "]";
  }
}
