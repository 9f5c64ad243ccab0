package dev.sluice.notify;

import java.time.Instant;

/** The time for which this replica calls a webhook before others get their turn. */
public record WebhookTurn(Webhook webhook, Instant until) {

  boolean isOver() {
    return Instant.now().isAfter(until);
  }
}
