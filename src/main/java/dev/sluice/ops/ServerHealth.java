package dev.sluice.ops;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the servers as the watch last saw them, so that a probe has its answer at once. */
@Configuration(proxyBeanMethods = false)
class ServerHealth {

  @Bean("db")
  HealthIndicator database(ServerWatch watch) {
    return () -> health(watch, WatchedServer.DATABASE);
  }

  @Bean("s3")
  HealthIndicator store(ServerWatch watch) {
    return () -> health(watch, WatchedServer.STORE);
  }

  @Bean("kafka")
  HealthIndicator queue(ServerWatch watch) {
    return () -> health(watch, WatchedServer.QUEUE);
  }

  private static Health health(ServerWatch watch, WatchedServer server) {
    return watch
        .outageOf(server)
        .map(
            outage ->
                Health.down()
                    .withDetail("since", outage.since())
                    .withDetail("why", outage.why())
                    .build())
        .orElseGet(() -> Health.up().build());
  }
}
