package dev.sluice.ops;

import dev.sluice.notify.Deliveries;
import dev.sluice.notify.DeliveryState;
import dev.sluice.notify.Outbox;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Publishes how many events are not yet delivered as gauges; a route counts them. */
@Component
public class NotificationMetrics implements MeterBinder {

  private final Outbox outbox;
  private final Deliveries deliveries;
  private volatile double unpublished = Double.NaN;
  private volatile Map<DeliveryState, Long> undelivered;

  NotificationMetrics(Outbox outbox, Deliveries deliveries) {
    this.outbox = outbox;
    this.deliveries = deliveries;
  }

  /** Counts again. */
  public void refresh() {
    unpublished = outbox.unpublished();
    undelivered = deliveries.undelivered();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sluice.outbox.unpublished", this, m -> m.unpublished)
        .description("Events that are not in their topic yet")
        .register(meters);
    for (DeliveryState state : List.of(DeliveryState.PENDING, DeliveryState.DEAD)) {
      Gauge.builder("sluice.webhook.deliveries", this, m -> m.count(state))
          .description("Deliveries to webhooks in this state; dead ones can be sent again")
          .tag("state", state.label())
          .register(meters);
    }
  }

  private double count(DeliveryState state) {
    return undelivered == null ? Double.NaN : undelivered.getOrDefault(state, 0L);
  }
}
