package dev.sluice.embedded;

import dev.sluice.StartupFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Kafka, PostgreSQL, S3 and SFTP, on the loopback interface, with their files in one
 * folder.
 */
public final class EmbeddedServers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(EmbeddedServers.class);
  private static final String ENDPOINTS = "endpoints.json";
  private static final int SERVERS = 4;

  private final DataFolder folder;
  private final Secrets secrets;

  /** An initdb takes long, so a stop interrupts it. */
  private final ExecutorService interruptible = Executors.newSingleThreadExecutor();

  /** Kafka ends the whole JVM when its start is interrupted, so a stop waits for these. */
  private final ExecutorService undisturbed = Executors.newFixedThreadPool(SERVERS - 1);

  private final BlockingQueue<Future<?>> ended = new LinkedBlockingQueue<>();
  private final Future<PostgresServer> postgres;
  private final Future<KafkaServer> kafka;
  private final Future<S3Server> s3;
  private final Future<SftpServer> sftp;

  private EmbeddedServers(DataFolder folder, EmbeddedSettings settings) throws IOException {
    this.folder = folder;
    Files.deleteIfExists(folder.resolve(ENDPOINTS));
    this.secrets = Secrets.keptIn(folder.resolve("secrets.properties")).overriddenBy(settings);
    this.postgres =
        starting(
            interruptible,
            "PostgreSQL",
            () -> PostgresServer.start(folder.resolve("postgres"), settings.postgres(), secrets));
    this.kafka =
        starting(
            undisturbed,
            "Kafka",
            () -> KafkaServer.start(folder.resolve("kafka"), settings.kafka(), secrets));
    this.s3 =
        starting(
            undisturbed, "S3", () -> S3Server.start(folder.resolve("s3"), settings.s3(), secrets));
    this.sftp =
        starting(
            undisturbed,
            "SFTP",
            () -> SftpServer.start(folder.resolve("sftp"), settings.sftp(), secrets));
    interruptible.shutdown();
    undisturbed.shutdown();
  }

  /** Starts them all and waits until they serve; what cannot start takes the others down again. */
  public static EmbeddedServers start(EmbeddedSettings settings) {
    EmbeddedServers servers = launch(settings);
    try {
      servers.await();
      return servers;
    } catch (RuntimeException failure) {
      servers.close();
      throw failure;
    }
  }

  /** Begins to start them all. */
  static EmbeddedServers launch(EmbeddedSettings settings) {
    DataFolder folder = DataFolder.take(settings.dataDir());
    try {
      return new EmbeddedServers(folder, settings);
    } catch (IOException unreadable) {
      closing("the data folder", folder);
      throw new StartupFailure(
          "the data folder " + folder.path() + " cannot be used: " + unreadable.getMessage(),
          "Mend it, or choose another one with SLUICE_DATA_DIR",
          unreadable);
    }
  }

  /** Waits until they all serve, but no longer than until the first one fails. */
  void await() {
    try {
      for (int served = 0; served < SERVERS; served++) {
        result(ended.take());
      }
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  /** What makes the application use these servers. */
  public Map<String, Object> applicationProperties() {
    Map<String, Object> properties = new HashMap<>();
    kafkaLogin().forEach((name, value) -> properties.put("sluice.kafka.properties." + name, value));
    properties.putAll(addresses());
    return properties;
  }

  private Map<String, Object> addresses() {
    return Map.ofEntries(
        Map.entry("spring.datasource.url", jdbcUrl()),
        Map.entry("spring.datasource.username", PostgresServer.USER),
        Map.entry("spring.datasource.password", secrets.databasePassword()),
        Map.entry("sluice.kafka.brokers", kafkaBrokers()),
        Map.entry("sluice.s3.endpoint", s3Endpoint()),
        Map.entry("sluice.s3.region", S3Server.REGION),
        Map.entry("sluice.s3.access-key", secrets.s3AccessKey()),
        Map.entry("sluice.s3.secret-key", secrets.s3SecretKey()),
        Map.entry("sluice.s3.path-style", true),
        Map.entry("sluice.claims.bucket", S3Server.CLAIMS),
        Map.entry("sluice.s3-drop.bucket", S3Server.DROP),
        Map.entry("sluice.s3-drop.rules[0].prefix", S3Server.DROP_PREFIX),
        Map.entry("sluice.s3-drop.rules[0].owner", "${sluice.bootstrap.owner:me}"),
        Map.entry("sluice.sftp.host", SftpServer.HOST),
        Map.entry("sluice.sftp.port", result(sftp).port()),
        Map.entry("sluice.sftp.user", SftpServer.USER),
        Map.entry("sluice.sftp.password", secrets.sftpPassword()),
        Map.entry("sluice.sftp.known-hosts", result(sftp).sshClient().knownHost()),
        Map.entry("sluice.sftp.folder", SftpServer.INBOX),
        Map.entry("sluice.sftp.rules[0].owner", "${sluice.bootstrap.owner:me}"),
        Map.entry("sluice.data-dir", folder.path().toString()));
  }

  /** Where Kafka is found, as host and port. */
  public String kafkaBrokers() {
    return result(kafka).brokers();
  }

  /** The properties by which clients log in to Kafka. */
  public Map<String, String> kafkaLogin() {
    return result(kafka).clientProperties();
  }

  /** Where the database is found. */
  public String jdbcUrl() {
    return result(postgres).url();
  }

  /** Where S3 is found. */
  public String s3Endpoint() {
    return result(s3).endpoint();
  }

  /** The configuration by which OpenSSH's clients reach the SFTP server as host sluice. */
  public Path sshConfig() {
    return result(sftp).sshClient().config();
  }

  /** Starts what ends in a process of its own again; the action is run when that is no use. */
  void keepRunning(Runnable givenUp) {
    result(postgres).keepRunning(givenUp);
  }

  /** Takes the S3 server away, as an outage does, until it is started again. */
  public void stopS3() throws Exception {
    result(s3).close();
  }

  /** Brings the S3 server back, at its port and with all it had. */
  public void startS3() throws Exception {
    result(s3).start();
  }

  /** Takes the SFTP server away, as an outage does, until it is started again. */
  public void stopSftp() throws IOException {
    result(sftp).close();
  }

  /** Brings the SFTP server back, at its port and with all it had. */
  public void startSftp() throws IOException {
    result(sftp).start();
  }

  /** The keys of this data folder. */
  Secrets secrets() {
    return secrets;
  }

  /** Everything that an outsider needs, for an application that serves at these addresses. */
  public Endpoints endpoints(String api, String management) {
    return new Endpoints(
        api,
        management,
        secrets.apiKey(),
        EmbeddedSluice.OPS_USER,
        secrets.opsPassword(),
        kafkaBrokers(),
        kafkaLogin(),
        "%s?user=%s&password=%s"
            .formatted(jdbcUrl(), PostgresServer.USER, secrets.databasePassword()),
        new Endpoints.S3(
            s3Endpoint(),
            secrets.s3AccessKey(),
            secrets.s3SecretKey(),
            Map.of("claims", S3Server.CLAIMS),
            S3Server.DROP,
            S3Server.DROP_PREFIX),
        new Endpoints.Sftp(
            SftpServer.HOST,
            result(sftp).port(),
            SftpServer.USER,
            secrets.sftpPassword(),
            result(sftp).sshClient().knownHost(),
            SftpServer.INBOX),
        ProcessHandle.current().pid());
  }

  /** Leaves the addresses in the data folder for scripts, until the servers stop. */
  void announce(Endpoints endpoints) throws IOException {
    endpoints.writeTo(folder.resolve(ENDPOINTS));
  }

  /** The folder that keeps everything. */
  public Path dataDir() {
    return folder.path();
  }

  /** Stops them all in order, those that are still starting too. */
  @Override
  public synchronized void close() {
    interruptible.shutdownNow();
    closing("the endpoints", () -> Files.deleteIfExists(folder.resolve(ENDPOINTS)));
    closing("starting", () -> interruptible.awaitTermination(30, TimeUnit.SECONDS));
    closing("starting", () -> undisturbed.awaitTermination(30, TimeUnit.SECONDS));
    Stream.of(kafka, sftp, s3, postgres).forEach(EmbeddedServers::closeStarted);
    closing("the data folder", folder);
  }

  private <T extends EmbeddedServer> Future<T> starting(
      ExecutorService starter, String name, Callable<T> start) {
    FutureTask<T> task = new FutureTask<>(() -> explaining(name, start));
    starter.execute(
        () -> {
          task.run();
          ended.add(task);
        });
    return task;
  }

  private static <T> T explaining(String name, Callable<T> start) {
    try {
      return start.call();
    } catch (StartupFailure explained) {
      throw explained;
    } catch (Exception failure) {
      log.debug("{} does not start", name, failure);
      throw new StartupFailure(
          name + " does not start: " + failure.getMessage(), "See its files", failure);
    }
  }

  private static <T> T result(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof StartupFailure explained
          ? explained
          : new IllegalStateException(failure.getCause());
    } catch (InterruptedException stopped) {
      throw stopped(stopped);
    }
  }

  private static StartupFailure stopped(InterruptedException stopped) {
    Thread.currentThread().interrupt();
    return new StartupFailure("it was told to stop", "Start it again", stopped);
  }

  private static void closeStarted(Future<? extends EmbeddedServer> future) {
    EmbeddedServer server;
    try {
      server = future.isDone() ? future.get() : null;
    } catch (ExecutionException | InterruptedException notStarted) {
      log.debug("Nothing to stop", notStarted);
      return;
    }
    if (server != null) {
      closing(server.getClass().getSimpleName(), server);
    }
  }

  private static void closing(String name, AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception failure) {
      log.warn("Closing {} failed", name, failure);
    }
  }
}
