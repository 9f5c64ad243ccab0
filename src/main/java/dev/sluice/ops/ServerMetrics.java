package dev.sluice.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Publishes which servers work. */
@Component
class ServerMetrics implements MeterBinder {

  private final ServerStates states;

  ServerMetrics(ServerStates states) {
    this.states = states;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (WatchedServer server : WatchedServer.values()) {
      Gauge.builder("sluice.server.up", states, s -> s.troubleOf(server).isPresent() ? 0 : 1)
          .description("1 while this server answers and does what it is asked")
          .tag("server", server.label())
          .register(meters);
    }
  }
}
