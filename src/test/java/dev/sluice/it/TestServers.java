package dev.sluice.it;

import dev.sluice.embedded.DatabaseRoles;
import dev.sluice.embedded.EmbeddedServers;
import dev.sluice.embedded.EmbeddedSettings;
import dev.sluice.embedded.TestStores;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
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

  public static final String API_KEY = "an-api-key-for-the-tests";
  public static final String OTHER_API_KEY = "a-key-of-somebody-else";
  public static final String OPS_PASSWORD = "ops-password-for-the-tests";

  /** Where they keep their files. */
  public static final Path FOLDER = Path.of("target", "it-data");

  /** Who may use the database. */
  public static final DatabaseRoles ROLES = new DatabaseRoles(FOLDER);

  private static final List<ConfigurableApplicationContext> APPLICATIONS =
      new CopyOnWriteArrayList<>();

  private static EmbeddedServers servers;
  private static TestStores stores;
  private static TraceCollector collector;

  public static synchronized EmbeddedServers running() {
    if (servers == null) {
      FileUtils.deleteQuietly(FOLDER.toFile());
      servers = EmbeddedServers.start(EmbeddedSettings.in(FOLDER));
      Runtime.getRuntime().addShutdownHook(new Thread(TestServers::stop));
    }
    return servers;
  }

  /**
   * What processes use for S3 and SFTP: the servers are taken from the application now and then.
   */
  public static synchronized TestStores storesOfProcesses() {
    if (stores == null) {
      Path folder = Path.of("target", "it-stores").toAbsolutePath();
      FileUtils.deleteQuietly(folder.toFile());
      stores = TestStores.start(folder);
    }
    return stores;
  }

  /** What the application of the tests sends its traces to. */
  public static synchronized TraceCollector traceCollector() {
    if (collector == null) {
      collector = TraceCollector.start();
    }
    return collector;
  }

  /** How to find Kafka and to log in to it, as properties of its clients. */
  public static Map<String, Object> kafka() {
    Map<String, Object> properties = new HashMap<>(running().kafkaLogin());
    properties.put("bootstrap.servers", running().kafkaBrokers());
    return properties;
  }

  /** Makes a database of the role sluice and answers its URL. */
  public static String createDatabase(String name) throws SQLException {
    String url = running().jdbcUrl();
    // The owner of one database may not make another; the superuser may.
    String admin = url.replaceAll("/[^/]*$", "/postgres");
    try (Connection connection = ROLES.superuser(admin)) {
      connection.createStatement().execute("CREATE DATABASE " + name + " OWNER sluice");
    }
    return url.replaceAll("/[^/]*$", "/" + name);
  }

  /** Applications first: they would wait for servers that are gone. */
  private static void stop() {
    APPLICATIONS.forEach(ConfigurableApplicationContext::close);
    servers.close();
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    APPLICATIONS.add(context);
    Map<String, Object> properties = new HashMap<>(running().applicationProperties());
    properties.put("sluice.tracing.url", traceCollector().url());
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("testServers", properties));
  }
}
