package dev.sluice.notify;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of calling webhooks.
 *
 * @param perOwner webhooks that an owner may have
 * @param allowHttp whether a URL may do without TLS
 * @param allowPrivate whether a receiver may be where the public internet does not lead
 * @param period between two looks for deliveries that are due
 * @param concurrency webhooks that this replica calls at once
 * @param turn how long one of them is called before others get their turn
 * @param timeout of a request in all, but for the time its address takes to be found
 * @param attempts per delivery
 * @param firstDelay before the second attempt, and how long a receiver in trouble is left alone
 * @param factor by which each further delay is longer
 * @param longestDelay limit of all delays
 */
@ConfigurationProperties("sluice.webhooks")
public record WebhookSettings(
    int perOwner,
    boolean allowHttp,
    boolean allowPrivate,
    Duration period,
    int concurrency,
    Duration turn,
    Duration timeout,
    int attempts,
    Duration firstDelay,
    int factor,
    Duration longestDelay) {

  private static final double JITTER = 0.2;

  /** Refuses values without sense. */
  public WebhookSettings {
    Setting.atLeast("sluice.webhooks.per-owner", 0, perOwner);
    Setting.positive("sluice.webhooks.period", period);
    Setting.atLeast("sluice.webhooks.concurrency", 1, concurrency);
    Setting.positive("sluice.webhooks.turn", turn);
    Setting.positive("sluice.webhooks.timeout", timeout);
    Setting.atLeast("sluice.webhooks.attempts", 1, attempts);
    Setting.positive("sluice.webhooks.first-delay", firstDelay);
    Setting.atLeast("sluice.webhooks.factor", 1, factor);
    Setting.positive("sluice.webhooks.longest-delay", longestDelay);
  }

  /** How long a delivery is left to a replica that shows no sign of life. */
  Duration lease() {
    return timeout.multipliedBy(3);
  }

  /**
   * How long to wait after a failed attempt.
   *
   * @param attempt the first being 1
   * @param chance 0 to 1, which makes the delay up to a fifth shorter or longer
   */
  Duration delayAfter(int attempt, double chance) {
    double millis =
        Math.min(firstDelay.toMillis() * Math.pow(factor, attempt - 1), longestDelay.toMillis());
    return Duration.ofMillis(Math.round(millis * (1 + JITTER * (2 * chance - 1))));
  }
}
