package dev.sluice.ops.board;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.Search;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.springframework.stereotype.Component;

/** Reads the meters that are published as metrics, so that nothing is counted a second time. */
@Component
class MeterReader {

  private final MeterRegistry meters;

  MeterReader(MeterRegistry meters) {
    this.meters = meters;
  }

  /** The sum over the meters of this name; empty if there is none, or none has a number. */
  OptionalDouble sum(String name, String... tags) {
    DoubleStream values = values(name, tags);
    return values.reduce(Double::sum);
  }

  /** The smallest of them. */
  OptionalDouble min(String name, String... tags) {
    return values(name, tags).min();
  }

  /** The sum as a whole number; 0 if there is none. */
  long count(String name, String... tags) {
    return Math.round(sum(name, tags).orElse(0));
  }

  private DoubleStream values(String name, String... tags) {
    return Search.in(meters).name(name).tags(tags).meters().stream()
        .mapToDouble(MeterReader::value)
        .filter(value -> !Double.isNaN(value));
  }

  private static double value(Meter meter) {
    if (meter instanceof Timer timer) {
      return timer.count();
    }
    for (Measurement first : meter.measure()) {
      return first.getValue();
    }
    return Double.NaN;
  }
}
