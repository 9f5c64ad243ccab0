package dev.sluice.notify;

import java.time.Instant;

/** The time for which a webhook is called here, before others have their turn. */
public record WebhookTurn(Webhook webhook, Instant until) {

  boolean isOver() {
    return Instant.now().isAfter(until);
  }
}
