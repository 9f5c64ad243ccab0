package dev.sluice.web.connection;

import dev.sluice.web.connection.HalfOpenConnections.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts the connections that were closed as their header did not come, and says so now and then.
 */
@Component
class ClosedConnections {

  private static final Logger LOG = LoggerFactory.getLogger(ClosedConnections.class);

  /** Between two lines of the log, in nanoseconds. */
  private static final long PAUSE = 60_000_000_000L;

  private final Map<Reason, Counter> counters = new EnumMap<>(Reason.class);
  private long silentUntil = System.nanoTime();

  ClosedConnections(MeterRegistry meters) {
    for (Reason reason : Reason.values()) {
      counters.put(
          reason,
          Counter.builder("sluice.connections.closed")
              .description("Connections that were closed as no full header came")
              .tag("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .register(meters));
    }
  }

  synchronized void note(String address, Reason reason) {
    counters.get(reason).increment();
    if (System.nanoTime() - silentUntil >= 0) {
      silentUntil = System.nanoTime() + PAUSE;
      LOG.warn(
          "Connections without a full header are closed, such as those of {};"
              + " sluice_connections_closed_total counts them",
          address);
    }
  }
}
