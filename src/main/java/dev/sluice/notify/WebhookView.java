package dev.sluice.notify;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.sluice.model.document.DocumentState;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A webhook as its owner sees it.
 *
 * @param secret only in the answer that makes it, else null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
    UUID id,
    URI url,
    List<DocumentState> states,
    String secret,
    Instant createdAt,
    Instant disabledAt) {

  static WebhookView of(Webhook webhook) {
    return of(webhook, null);
  }

  static WebhookView withSecret(Webhook webhook) {
    return of(webhook, webhook.secret().text());
  }

  private static WebhookView of(Webhook webhook, String secret) {
    return new WebhookView(
        webhook.id(),
        webhook.url(),
        webhook.states(),
        secret,
        webhook.createdAt(),
        webhook.disabledAt());
  }

  /** Leaves out the secret and the URL, which are only for the owner. */
  @Override
  public String toString() {
    return "WebhookView[id=" + id + "]";
  }
}
