package dev.sluice.notify;

import dev.sluice.model.document.DocumentState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A URL at which an owner is notified about its documents.
 *
 * @param states of which it wants to hear; null: of all final ones
 * @param disabledAt when its receiver said that it is gone, or null
 */
public record Webhook(
    UUID id,
    String owner,
    URI url,
    List<DocumentState> states,
    WebhookSecret secret,
    Instant createdAt,
    Instant disabledAt) {

  /** Without the URL, which may hold a secret of its owner's. */
  @Override
  public String toString() {
    return "Webhook[id=" + id + "]";
  }
}
