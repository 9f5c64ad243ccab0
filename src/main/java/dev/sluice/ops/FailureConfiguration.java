package dev.sluice.ops;

import dev.sluice.model.failure.BackgroundFailureLog;
import dev.sluice.model.failure.DiskFailureRule;
import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureRule;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the classifier of failures, with the rules of everything that Sluice depends on. */
@Configuration(proxyBeanMethods = false)
class FailureConfiguration {

  @Bean
  DiskFailureRule diskFailureRule() {
    return new DiskFailureRule();
  }

  @Bean
  FailureClassifier failureClassifier(List<FailureRule> rules) {
    return new FailureClassifier(rules);
  }

  @Bean
  BackgroundFailureLog backgroundFailureLog(
      FailureClassifier classifier, ServerStates states, MeterRegistry meters) {
    return new BackgroundFailureLog(
        classifier,
        states,
        code -> meters.counter("sluice.background.failures", "code", code.label()).increment());
  }
}
