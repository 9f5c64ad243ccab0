package dev.sluice.limits;

import dev.sluice.model.failure.FailureCode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts the requests and files that were refused because of a plan, for the metrics. */
@Component
class RefusalCounter {

  private final Map<FailureCode, Counter> counters = new EnumMap<>(FailureCode.class);

  RefusalCounter(MeterRegistry meters) {
    for (FailureCode code :
        List.of(
            FailureCode.RATE_LIMITED, FailureCode.TOO_MANY_UPLOADS, FailureCode.QUOTA_EXCEEDED)) {
      counters.put(
          code,
          Counter.builder("sluice.limits.refusals")
              .description("Requests and documents that an owner's plan did not allow")
              .tag("code", code.label())
              .register(meters));
    }
  }

  void count(FailureCode code) {
    counters.get(code).increment();
  }
}
