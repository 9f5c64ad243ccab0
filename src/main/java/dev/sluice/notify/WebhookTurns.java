package dev.sluice.notify;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.Exchange;
import org.apache.camel.support.SynchronizationAdapter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Has webhooks take turns: one replica at a time calls each, one event after the other. So a slow
 * receiver delays only its own events.
 */
@Component
public class WebhookTurns implements ApplicationListener<ContextClosedEvent> {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookTurns.class);

  private final Webhooks webhooks;
  private final Deliveries deliveries;
  private final WebhookSettings settings;
  private final Set<UUID> served = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  WebhookTurns(Webhooks webhooks, Deliveries deliveries, WebhookSettings settings) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.settings = settings;
  }

  /** Webhooks for which something is due, as many as there is room for here. */
  public List<WebhookTurn> take() {
    int room = settings.concurrency() - served.size();
    if (room <= 0 || stopping) {
      return List.of();
    }
    List<Webhook> due = webhooks.takeDue(room, settings.lease());
    due.forEach(webhook -> served.add(webhook.id()));
    Instant until = Instant.now().plus(settings.turn());
    return due.stream().map(webhook -> new WebhookTurn(webhook, until)).toList();
  }

  /** The first delivery of a turn that takes as long as the exchange; null if there is none. */
  public Delivery begin(WebhookTurn turn, Exchange exchange) {
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                served.remove(turn.webhook().id());
              }
            });
    return next(turn);
  }

  /**
   * The next delivery; null if none is due, the receiver is to be left alone or the turn is over.
   */
  public Delivery next(WebhookTurn turn) {
    if (stopping || turn.isOver() || !webhooks.keep(turn.webhook(), settings.lease())) {
      return null;
    }
    return deliveries.begin(turn.webhook(), settings.lease()).orElse(null);
  }

  /** Notes how an attempt ended, and what follows from it. */
  public void settle(Delivery delivery, DeliveryResponse response) {
    switch (response.result()) {
      case DELIVERED -> deliveries.delivered(delivery, response);
      case GONE -> endAll(delivery, response);
      default -> failed(delivery, response);
    }
    if (response.asksForRest()) {
      webhooks.spare(delivery.webhook(), settings.firstDelay());
    }
  }

  private void endAll(Delivery delivery, DeliveryResponse response) {
    LOG.info("{} is gone, as its receiver says", delivery.webhook());
    deliveries.gaveUp(delivery, response);
    webhooks.disable(delivery.webhook());
  }

  private void failed(Delivery delivery, DeliveryResponse response) {
    if (delivery.spent() < settings.attempts()) {
      double chance = ThreadLocalRandom.current().nextDouble();
      deliveries.retryLater(delivery, response, settings.delayAfter(delivery.spent(), chance));
      return;
    }
    LOG.warn(
        "{} did not take event {} in {} attempts: {}",
        delivery.webhook(),
        delivery.event().id(),
        delivery.spent(),
        response.result().label());
    deliveries.gaveUp(delivery, response);
  }

  /** Ends a turn. */
  public void end(WebhookTurn turn) {
    webhooks.letGo(turn.webhook());
  }

  @Override
  public void onApplicationEvent(ContextClosedEvent event) {
    stopping = stopping || event.getApplicationContext().getParent() == null;
  }
}
