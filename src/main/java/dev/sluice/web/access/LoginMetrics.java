package dev.sluice.web.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts logins by password, and API keys that are not valid. */
@Component
class LoginMetrics {

  private final Map<Outcome, Counter> passwords = new EnumMap<>(Outcome.class);
  private final Counter badKeys;

  LoginMetrics(MeterRegistry meters) {
    for (Outcome outcome : Outcome.values()) {
      passwords.put(outcome, counter("password", outcome, meters));
    }
    badKeys = counter("key", Outcome.BAD, meters);
  }

  /** How a login ends. */
  enum Outcome {
    GOOD,
    BAD,
    /** Refused without a look at the password. */
    BLOCKED
  }

  void password(Outcome outcome) {
    passwords.get(outcome).increment();
  }

  void badKey() {
    badKeys.increment();
  }

  private static Counter counter(String by, Outcome outcome, MeterRegistry meters) {
    return Counter.builder("sluice.logins")
        .description("Logins, by password or key; keys only if they are not valid")
        .tag("by", by)
        .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
        .register(meters);
  }
}
