package dev.sluice.notify;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Another process that calls the same webhooks. */
public final class OtherReplica {

  private OtherReplica() {}

  /** Its turns. */
  public static WebhookTurns turns(
      JdbcClient jdbc, TransactionTemplate transaction, WebhookSettings settings) {
    return new WebhookTurns(new Webhooks(jdbc, transaction), new Deliveries(jdbc), settings);
  }
}
