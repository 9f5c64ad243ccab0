package dev.sluice.work.queue;

import dev.sluice.work.StopSignal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Restarts the routes of this replica that read from Kafka. */
@Component
public class KafkaRouteRestarter {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaRouteRestarter.class);
  private static final int WORK_MINUTES = 30; // as long as max-poll-interval-ms

  private final CamelContext camel;
  private final StopSignal stop;

  KafkaRouteRestarter(CamelContext camel, StopSignal stop) {
    this.camel = camel;
    this.stop = stop;
  }

  /**
   * Replaces the running consumers by new ones, each when its work is done. A consumer that knew a
   * partition of a deleted topic may wait for it for ever: if the topic was made again without it,
   * Kafka's client takes the new metadata for older than its own.
   */
  public void restart() {
    Thread thread =
        new Thread(this::replace, "restart-consumers"); // no route's: a stop waits for those
    thread.setDaemon(true);
    thread.start();
  }

  private synchronized void replace() {
    List<String> running =
        camel.getRoutes().stream().filter(this::reads).map(Route::getId).toList();
    LOG.warn("Topics were made again, restarting their consumers: {}", running);
    running.forEach(this::replace);
  }

  private void replace(String route) {
    try {
      camel.getRouteController().stopRoute(route, WORK_MINUTES, TimeUnit.MINUTES);
      if (!stop.isRaised()) {
        camel.getRouteController().startRoute(route);
      }
    } catch (Exception e) {
      LOG.error("Cannot restart the consumers of {}", route, e);
    }
  }

  private boolean reads(Route route) {
    return route.getEndpoint().getEndpointUri().startsWith("kafka:")
        && camel.getRouteController().getRouteStatus(route.getId()) == ServiceStatus.Started;
  }
}
