package dev.sluice;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.ssl.pem.PemContent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Has both ports speak TLS if a certificate is configured. The files are read again when they
 * change. Whatever else Spring Boot offers for its SSL bundle may be set beside this.
 */
final class ServerTls implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

  private static final String CERTIFICATE = "sluice.tls.certificate";
  private static final String KEY = "sluice.tls.key";
  private static final String BUNDLE = "sluice";
  private static final String PEM = "spring.ssl.bundle.pem." + BUNDLE + ".";

  /** What one file holds. */
  private interface Content {
    Object of(PemContent file);
  }

  /** After the listener that reads the configuration. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  /** Throws {@link StartupFailure} that names the key whose file cannot be used. */
  @Override
  public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
    ConfigurableEnvironment environment = event.getEnvironment();
    String certificate = environment.getProperty(CERTIFICATE, "");
    String key = environment.getProperty(KEY, "");
    if (certificate.isBlank() && key.isBlank()) {
      return;
    }
    check(CERTIFICATE, certificate, PemContent::getCertificates, "certificate");
    check(KEY, key, PemContent::getPrivateKey, "private key without a password");
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("serverTls", bundle(certificate, key)));
  }

  private static Map<String, Object> bundle(String certificate, String key) {
    return Map.of(
        PEM + "keystore.certificate",
        uri(certificate),
        PEM + "keystore.private-key",
        uri(key),
        PEM + "keystore.verify-keys",
        true,
        PEM + "reload-on-update",
        true,
        "server.ssl.bundle",
        BUNDLE,
        "management.server.ssl.bundle",
        BUNDLE);
  }

  /** The path itself would not do: it may have a space, a percent sign or a hash. */
  private static String uri(String file) {
    return Path.of(file).toUri().toString();
  }

  private static void check(String setting, String file, Content content, String expected) {
    try {
      if (content.of(PemContent.load(Path.of(file))) != null) {
        return;
      }
    } catch (IOException | RuntimeException unusable) {
      // reported below
    }
    throw new StartupFailure(
        setting + " must be a file with a " + expected + " in PEM, but is '" + file + "'",
        "Set both " + CERTIFICATE + " and " + KEY + ", or neither: docs/tls.md");
  }
}
