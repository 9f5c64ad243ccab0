package dev.sluice.notify;

/**
 * One attempt to deliver an event to a webhook.
 *
 * @param attempt its number, which tells it from others of the same delivery
 * @param spent attempts that count, this one included
 */
public record Delivery(Webhook webhook, CompletionEvent event, int attempt, int spent) {}
