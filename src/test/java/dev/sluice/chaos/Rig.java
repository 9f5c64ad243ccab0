package dev.sluice.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.SeparateServers;
import dev.sluice.fixture.Ports;
import dev.sluice.it.UnpackedJar;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs all parts, each a process of its own with a line to it. A part that ends by itself is
 * started again, as on a server. Applications reach servers, and senders reach applications, by
 * these lines only.
 */
final class Rig implements AutoCloseable {

  /** What the name of an application's management port begins with. */
  static final String MANAGEMENT = "management of ";

  static final String OPS_PASSWORD = "ops-password-of-the-chaos-run";
  static final int HEAP_MB = 256;
  static final int PARSER_HEAP_MB = 128;

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path folder;
  private final SeparateServers servers;
  private final Map<String, Integer> ports = new HashMap<>();
  private final Map<String, TcpProxy> lines = new LinkedHashMap<>();
  private final Map<String, KillablePart> parts = new LinkedHashMap<>();
  private final Map<String, Disk> disks = new HashMap<>();
  private final Set<KillablePart> wanted = ConcurrentHashMap.newKeySet();
  private final AtomicInteger revivals = new AtomicInteger();
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private Repeating supervisor;

  Rig(Path folder) throws IOException {
    this.folder = folder;
    this.servers = new SeparateServers(folder);
  }

  /** Starts the servers, and prepares what the applications need. */
  void startServers() throws Exception {
    Files.createDirectories(logs());
    for (String name : List.of("kafka", "s3", "sftp", "postgres")) {
      ports.put(name, Ports.free());
      lines.put(name, new TcpProxy(ports.get(name)));
    }
    for (String name : List.of("kafka", "s3", "sftp")) {
      parts.put(name, server(name));
    }
    parts.put("postgres", new PostgresPart(servers, ports.get("postgres"), this::databaseAnswers));
    for (KillablePart part : List.copyOf(parts.values())) {
      start(part.name());
    }
    parts.keySet().forEach(this::awaitServing);
    for (String owner : Corpus.OWNERS) {
      Files.createDirectories(servers.inbox().resolve(owner));
    }
    for (String name : List.of(ChaosPlan.FIRST, ChaosPlan.SECOND)) {
      ports.put(name, Ports.free());
      lines.put(name, new TcpProxy(ports.get(name)));
      disks.put(name, disk(folder.resolve(name)));
    }
    List<String> arguments = UnpackedJar.arguments(this::runOnce);
    for (String name : List.of(ChaosPlan.FIRST, ChaosPlan.SECOND)) {
      parts.put(name, application(name, arguments));
    }
    supervisor = new Repeating("supervisor", Duration.ofMillis(500), this::revive);
  }

  SeparateServers servers() {
    return servers;
  }

  int port(String name) {
    return ports.get(name);
  }

  TcpProxy line(String name) {
    return lines.get(name);
  }

  KillablePart part(String name) {
    return parts.get(name);
  }

  Disk disk(String name) {
    return disks.get(name);
  }

  Path logs() {
    return folder.resolve("logs");
  }

  /** How often a part had ended by itself. */
  int revivals() {
    return revivals.get();
  }

  /** Behind the lines to those that there are, sooner or later. */
  List<Integer> applicationPorts(ChaosOptions.Replicas replicas) {
    Stream<String> names =
        replicas == ChaosOptions.Replicas.ONE
            ? Stream.of(ChaosPlan.FIRST)
            : Stream.of(ChaosPlan.FIRST, ChaosPlan.SECOND);
    return names.map(name -> line(name).port()).toList();
  }

  List<KillablePart> applications() {
    return Stream.of(ChaosPlan.FIRST, ChaosPlan.SECOND).map(parts::get).toList();
  }

  /** The children of all applications, that is the parsers. */
  List<ProcessHandle> parsers() {
    return applications().stream()
        .flatMap(application -> application.processes().stream())
        .flatMap(ProcessHandle::children)
        .toList();
  }

  /** The database itself, not through its line; statements take seconds at most. */
  JdbcClient database(int timeoutSeconds) {
    String url =
        SeparateServers.jdbcUrl(port("postgres"))
            + "?connectTimeout=2&socketTimeout="
            + timeoutSeconds;
    return JdbcClient.create(servers.roles().sluice(url));
  }

  /** A key of its own for each owner. */
  Map<String, String> makeKeys() throws IOException, InterruptedException {
    Map<String, String> keys = new HashMap<>();
    Api ops = new Api(List.of(port(ChaosPlan.FIRST)), Map.of("ops", OPS_PASSWORD));
    for (String owner : Corpus.OWNERS) {
      keys.put(owner, ops.makeKey(owner));
    }
    return keys;
  }

  /** Whether a part is meant to run, if it was not killed just now. */
  boolean isWanted(String name) {
    return wanted.contains(parts.get(name));
  }

  void start(String name) throws Exception {
    KillablePart part = parts.get(name);
    synchronized (part) {
      part.start();
      wanted.add(part);
    }
  }

  void kill(String name) {
    KillablePart part = parts.get(name);
    synchronized (part) {
      wanted.remove(part);
      part.kill();
    }
  }

  /** Stops a server, and starts it on a small disk that holds its files. */
  void moveToSmallDisk(String server) throws Exception {
    kill(server);
    Path home = folder.resolve(server);
    Path before = folder.resolve(server + "-before");
    Files.move(home, before);
    disks.put(server, disk(home));
    int copied =
        new ProcessBuilder("cp", "-a", before + "/.", home.toString())
            .inheritIO()
            .start()
            .waitFor();
    assertThat(copied).isZero();
    start(server);
    awaitServing(server);
  }

  void awaitServing(String name) {
    KillablePart part = parts.get(name);
    Awaitility.await(name)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(part::isServing);
  }

  private void revive() throws Exception {
    for (KillablePart part : wanted) {
      synchronized (part) {
        if (wanted.contains(part) && part.processes().isEmpty()) {
          revivals.incrementAndGet();
          part.start();
        }
      }
    }
  }

  private KillablePart server(String name) {
    int port = port(name);
    List<String> arguments = new ArrayList<>(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    arguments.addAll(servers.arguments(name, port, lines.get(name).port()));
    return new JvmPart(name, arguments, Map.of(), log(name), () -> accepts(port));
  }

  private JvmPart application(String name, List<String> arguments) throws Exception {
    Map<String, String> environment = ApplicationSettings.chaotic();
    environment.putAll(
        servers.environment(
            line("postgres").port(), line("kafka").port(), line("s3").port(), line("sftp").port()));
    environment.put("SLUICE_OPS_PASSWORD", OPS_PASSWORD);
    environment.put("SLUICE_DATA_DIR", folder.resolve(name).toString());
    int management = ports.computeIfAbsent(MANAGEMENT + name, unset -> Ports.free());
    environment.put("SERVER_PORT", String.valueOf(port(name)));
    environment.put("MANAGEMENT_PORT", String.valueOf(management));
    List<String> all = new ArrayList<>(List.of("-Xmx" + HEAP_MB + "m"));
    all.addAll(arguments);
    return new JvmPart(name, all, environment, log(name), () -> isReady(management));
  }

  private void runOnce(List<String> arguments) throws Exception {
    JvmPart first = application(ChaosPlan.FIRST, arguments);
    first.start();
    Awaitility.await("a first run")
        .atMost(PATIENCE)
        .failFast(() -> first.processes().isEmpty())
        .until(first::isServing);
    first.stop();
  }

  private Disk disk(Path data) throws IOException, InterruptedException {
    SmallDisk own = new SmallDisk(data);
    return own.mount() ? own : new FileQuota();
  }

  private boolean isReady(int management) {
    try {
      URI health = URI.create("http://127.0.0.1:" + management + "/health/readiness");
      HttpRequest request =
          HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(3)).GET().build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean databaseAnswers() {
    try {
      return database(2).sql("SELECT 1").query(Integer.class).single() == 1;
    } catch (RuntimeException notYet) {
      return false;
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  Path log(String name) {
    return logs().resolve(name + ".log");
  }

  @Override
  public void close() throws Exception {
    if (supervisor != null) {
      supervisor.close();
    }
    for (KillablePart part : parts.values()) {
      kill(part.name());
    }
    for (TcpProxy line : lines.values()) {
      line.close();
    }
    for (Disk disk : disks.values()) {
      disk.close();
    }
  }
}
