package dev.sluice.tracing;

import dev.sluice.model.settings.Setting;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of tracing.
 *
 * @param url where a collector takes OTLP over HTTP; empty: nothing is traced
 * @param sampling the share of traces begun here that are kept, 0 to 1
 */
@ConfigurationProperties("sluice.tracing")
record TracingSettings(String url, double sampling) {

  /** Refuses what is not the address of a collector, and shares that are none. */
  TracingSettings {
    Setting.between("sluice.tracing.sampling", 0, 1, sampling);
    if (!url.isEmpty() && !isHttp(url)) {
      throw new IllegalArgumentException(
          "sluice.tracing.url must be an address that begins with http:// or https://, but is "
              + url);
    }
  }

  private static boolean isHttp(String url) {
    URI address = URI.create(url);
    return address.getHost() != null
        && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
  }

  /** The collector's host and port, without what else its address may hold. */
  String collector() {
    URI address = URI.create(url);
    return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
  }
}
