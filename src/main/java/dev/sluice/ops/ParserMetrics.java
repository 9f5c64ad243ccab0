package dev.sluice.ops;

import dev.sluice.pdf.ParserStatistics;
import dev.sluice.pdf.PdfParser;
import dev.sluice.pdf.RestartReason;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Publishes how many forks there are, how many are busy, and how many were replaced and why. */
@Component
class ParserMetrics implements MeterBinder {

  private final ParserStatistics statistics;

  ParserMetrics(PdfParser parser) {
    this.statistics = parser.statistics();
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    Gauge.builder("sluice.forks.size", statistics, ParserStatistics::size)
        .description("Forks there should be")
        .register(meters);
    Gauge.builder("sluice.forks.alive", statistics, ParserStatistics::alive)
        .description("Forks there are")
        .register(meters);
    Gauge.builder("sluice.forks.busy", statistics, ParserStatistics::busy)
        .description("Forks that work on a document")
        .register(meters);
    for (RestartReason reason : RestartReason.values()) {
      FunctionCounter.builder("sluice.forks.restarts", statistics, s -> s.restarts(reason))
          .description("Forks that were replaced")
          .tag("reason", reason.label())
          .register(meters);
    }
  }
}
