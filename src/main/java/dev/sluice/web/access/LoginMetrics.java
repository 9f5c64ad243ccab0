package dev.sluice.web.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts logins by what they were tried with, and API keys of any call that are not valid. */
@Component
class LoginMetrics {

  private final Map<LoginMeans, Map<Outcome, Counter>> logins = new EnumMap<>(LoginMeans.class);

  LoginMetrics(MeterRegistry meters) {
    for (LoginMeans means : LoginMeans.values()) {
      Map<Outcome, Counter> counters = new EnumMap<>(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        counters.put(outcome, counter(means, outcome, meters));
      }
      logins.put(means, counters);
    }
  }

  /** How a login ends. */
  enum Outcome {
    GOOD,
    BAD,
    /** Refused without a look at the secret. */
    BLOCKED
  }

  void login(LoginMeans means, Outcome outcome) {
    logins.get(means).get(outcome).increment();
  }

  private static Counter counter(LoginMeans by, Outcome outcome, MeterRegistry meters) {
    return Counter.builder("sluice.logins")
        .description("Logins by password, key or invitation, and bad keys of all other calls")
        .tag("by", by.label())
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }
}
