package dev.sluice.it;

import dev.sluice.embedded.EmbeddedServers;
import dev.sluice.embedded.EmbeddedSettings;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Kafka, PostgreSQL, S3 and SFTP, started for the first test that needs them and stopped with the
 * JVM.
 */
public final class TestServers
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final String API_KEY = "a-key-for-the-tests";
  static final String OTHER_API_KEY = "a-key-of-somebody-else";
  static final String OPS_PASSWORD = "ops-password-for-the-tests";

  private static EmbeddedServers servers;

  static synchronized EmbeddedServers running() {
    if (servers == null) {
      Path folder = Path.of("target", "it-data");
      FileUtils.deleteQuietly(folder.toFile());
      servers = EmbeddedServers.start(EmbeddedSettings.in(folder));
      Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
    }
    return servers;
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Map<String, Object> properties = running().applicationProperties();
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("testServers", properties));
  }
}
