package dev.sluice.ops;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Shows the servers as they were last seen, so that a probe has its answer at once. */
@Configuration(proxyBeanMethods = false)
class ServerHealth {

  @Bean("db")
  HealthIndicator database(ServerStates states) {
    return () -> health(states, WatchedServer.DATABASE);
  }

  @Bean("s3")
  HealthIndicator store(ServerStates states) {
    return () -> health(states, WatchedServer.STORE);
  }

  @Bean("kafka")
  HealthIndicator queue(ServerStates states) {
    return () -> health(states, WatchedServer.QUEUE);
  }

  private static Health health(ServerStates states, WatchedServer server) {
    return states
        .troubleOf(server)
        .map(
            trouble ->
                Health.down()
                    .withDetail("since", trouble.since())
                    .withDetail("why", trouble.why())
                    .build())
        .orElseGet(() -> Health.up().build());
  }
}
