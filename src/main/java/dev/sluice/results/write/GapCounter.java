package dev.sluice.results.write;

import dev.sluice.model.document.Gap;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts, for the metrics, the pages that completed documents lack. */
@Component
class GapCounter {

  private final MeterRegistry meters;

  GapCounter(MeterRegistry meters) {
    this.meters = meters;
  }

  void add(Gap gap) {
    Counter.builder("sluice.gaps")
        .description("Pages that completed documents lack because they could not be read")
        .tag("code", gap.code())
        .register(meters)
        .increment(gap.pages().size());
  }
}
