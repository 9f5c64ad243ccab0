package dev.sluice.it;

import dev.sluice.embedded.EmbeddedServers;
import dev.sluice.embedded.SeparateServers;
import dev.sluice.fixture.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The production jar as a process of its own, connected to outside servers by configuration only.
 * They are those of the tests, on which it has its own database and topics.
 */
public final class ProductionSluice implements AutoCloseable {

  public static final Path JAR = Path.of("target", "sluice.jar");
  public static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final List<String> TOPICS =
      List.of(
          "INTERACTIVE",
          "BULK",
          "BACKLOG",
          "PARTS",
          "RETRY_FIRST",
          "RETRY_SECOND",
          "RETRY_LATER",
          "EVENTS");

  private final Map<String, String> environment = new HashMap<>();
  private final Path log;
  private final int port = Ports.free();
  private final int managementPort = Ports.free();
  private final String jdbcUrl;
  private SSLContext tls;
  private Process process;

  public ProductionSluice(Path folder) throws SQLException {
    EmbeddedServers servers = TestServers.running();
    String name = "p" + UUID.randomUUID().toString().replace("-", "");
    this.jdbcUrl = TestServers.createDatabase(name);
    this.log = folder.resolve("sluice.log");
    environment.putAll(placeIn(folder));
    environment.put("SLUICE_JDBC_URL", jdbcUrl);
    environment.put("SLUICE_JDBC_PASSWORD", TestServers.ROLES.password());
    // Each connection and each consumer costs both sides of a process that does not live long.
    environment.put("SLUICE_JDBC_POOL", "5");
    environment.put("SLUICE_WORK_CONSUMERS", "1");
    environment.put("SLUICE_KAFKA_BROKERS", servers.kafkaBrokers());
    environment.putAll(SeparateServers.kafkaEnvironment(servers.kafkaLogin()));
    environment.put("SLUICE_KAFKA_GROUP", name);
    for (String topic : TOPICS) {
      environment.put("SLUICE_TOPIC_" + topic, name + "." + topic);
    }
    environment.put("SLUICE_KAFKA_PARTITIONS", "2");
    environment.putAll(TestServers.storesOfProcesses().s3Settings());
    TestServers.storesOfProcesses().createBucket(name);
    environment.put("SLUICE_CLAIMS_BUCKET", name); // it belongs to one ledger
    environment.put("SLUICE_OPS_PASSWORD", TestServers.OPS_PASSWORD);
    environment.put("SLUICE_API_KEY", TestServers.API_KEY);
    environment.put("SLUICE_LIMITS_ENABLED", "false");
    environment.put("SLUICE_PARSER_FORKS", "1"); // a start of one more takes a second and a half
    environment.put("SLUICE_SWEEPER_PERIOD", "500ms");
    environment.put("SLUICE_DOCUMENT_COUNTS_PERIOD", "500ms");
    environment.put("SLUICE_WORK_LEASE", "3s");
    environment.put("SLUICE_WATCH_PATIENCE", "10s"); // beside other tests the machine may be slow
    environment.put("SLUICE_RECENT_ORIGINALS_KEEP_FOR", "1s");
  }

  private ProductionSluice(ProductionSluice twin, Path folder) {
    this.jdbcUrl = twin.jdbcUrl;
    this.log = folder.resolve("sluice.log");
    environment.putAll(twin.environment);
    environment.putAll(placeIn(folder));
  }

  /** Another process with the same settings and servers, database and topics. */
  public ProductionSluice replica(Path folder) throws IOException {
    return new ProductionSluice(this, Files.createDirectories(folder));
  }

  private Map<String, String> placeIn(Path folder) {
    return Map.of(
        "SLUICE_DATA_DIR", folder.resolve("work").toString(),
        "SERVER_PORT", String.valueOf(port),
        "MANAGEMENT_PORT", String.valueOf(managementPort));
  }

  public ProductionSluice with(String key, String value) {
    environment.put(key, value);
    return this;
  }

  public ProductionSluice with(Map<String, String> settings) {
    environment.putAll(settings);
    return this;
  }

  /** Has callers speak TLS, and trust these certificates. */
  public ProductionSluice calledBy(SSLContext trust) {
    tls = trust;
    return this;
  }

  public ProductionSluice start() throws IOException {
    return startWith(UnpackedJar.arguments());
  }

  /** As the one file that the build makes, which takes twice as long. */
  public ProductionSluice startPacked() throws IOException {
    return startWith(List.of("-jar", JAR.toString()));
  }

  public ProductionSluice startWith(List<String> arguments) throws IOException {
    return startWith(arguments, Map.of());
  }

  /** With further settings, for this process only. */
  public ProductionSluice startWith(List<String> arguments, Map<String, String> settings)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "-Xmx256m", "-XX:+UseSerialGC"));
    command.add("-XX:TieredStopAtLevel=1"); // it does not live long
    command.addAll(arguments);
    return startBy(command, settings);
  }

  /** The names of what the process gets in its environment. */
  public Set<String> settings() {
    return Set.copyOf(environment.keySet());
  }

  /** By any command that runs it as a child with its environment. */
  public ProductionSluice startBy(List<String> command, Map<String, String> settings)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    builder.environment().putAll(settings);
    builder.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile()));
    process = builder.start();
    return this;
  }

  public ProductionSluice awaitServing() {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(200))
        .failFast("it ended, see " + log, () -> !process.isAlive())
        .ignoreExceptions()
        .until(() -> api().get("/api/v1/documents").status() == 200);
    return this;
  }

  /** Those it works on. */
  public List<String> topics() {
    return List.of(
        environment.get("SLUICE_TOPIC_INTERACTIVE"), environment.get("SLUICE_TOPIC_BULK"));
  }

  public ApiClient api() {
    return api(TestServers.API_KEY);
  }

  public ApiClient api(String key) {
    return new ApiClient(address(), key, tls);
  }

  public String address() {
    return address(port);
  }

  public int port() {
    return port;
  }

  public ApiClient management(String key) {
    return new ApiClient(address(managementPort), key, tls);
  }

  public URI managementAddress() {
    return URI.create(address(managementPort));
  }

  private String address(int port) {
    return (tls == null ? "http" : "https") + "://127.0.0.1:" + port;
  }

  public String jdbcUrl() {
    return jdbcUrl;
  }

  public JdbcClient database() {
    return JdbcClient.create(TestServers.ROLES.sluice(jdbcUrl));
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** As kill -9 does. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** As SIGTERM does. */
  public void terminate() {
    process.destroy();
  }

  public int awaitExit(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running: " + log());
    }
    return process.exitValue();
  }

  /** What all its processes wrote. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    if (process != null) {
      kill();
    }
  }
}
