package dev.sluice.web.connection;

import dev.sluice.model.settings.Setting;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long callers may take to send the header of a request.
 *
 * @param halfOpen connections of one address that have sent no full header; 0: any number
 * @param headerWithin the longest that one may take
 */
@ConfigurationProperties("sluice.http")
record HttpSettings(int halfOpen, Duration headerWithin) {

  /** Refuses values without sense. */
  HttpSettings {
    Setting.atLeast("sluice.http.half-open", 0, halfOpen);
    Setting.positive("sluice.http.header-within", headerWithin);
  }
}
