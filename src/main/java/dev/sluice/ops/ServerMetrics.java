package dev.sluice.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Publishes which servers answer. */
@Component
class ServerMetrics implements MeterBinder {

  private final ServerWatch watch;

  ServerMetrics(ServerWatch watch) {
    this.watch = watch;
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (WatchedServer server : WatchedServer.values()) {
      Gauge.builder("sluice.server.up", watch, w -> w.outageOf(server).isPresent() ? 0 : 1)
          .description("1 while this server answers")
          .tag("server", server.label())
          .register(meters);
    }
  }
}
