package dev.sluice.it;

import dev.sluice.fixture.Ports;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;

/** HAProxy before some replicas; it sends to those that are ready and not drained. */
public final class LoadBalancer implements AutoCloseable {

  public static final Path PROGRAM = Path.of("/usr/sbin/haproxy");

  private static final String CONFIGURATION =
      """
      global
        stats socket %s mode 600 level admin
      defaults
        mode http
        timeout connect 2s
        timeout client 60s
        timeout server 60s
        retries 3
        option redispatch
      frontend all
        bind 127.0.0.1:%d
        default_backend replicas
      backend replicas
        balance roundrobin
        option httpchk GET /health/readiness
      """;

  private final int port = Ports.free();
  private final Path socket;
  private final Process process;

  /** Starts it with its files in the folder. */
  public LoadBalancer(Path folder, List<ProductionSluice> replicas) throws IOException {
    this.socket = folder.resolve("admin.sock");
    StringBuilder configuration = new StringBuilder(CONFIGURATION.formatted(socket, port));
    for (int n = 0; n < replicas.size(); n++) {
      ProductionSluice replica = replicas.get(n);
      configuration.append(
          "  server r%d 127.0.0.1:%d check port %d inter 500ms fall 2 rise 1%n"
              .formatted(n, replica.port(), replica.managementAddress().getPort()));
    }
    Path file = Files.writeString(folder.resolve("haproxy.cfg"), configuration);
    this.process =
        new ProcessBuilder(PROGRAM.toString(), "-db", "-f", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("haproxy.log").toFile())
            .start();
    Awaitility.await().until(() -> Files.exists(socket));
  }

  /** Where clients find it. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** Sends nothing new to a replica, and waits until it has answered what it got. */
  public void drain(int replica) {
    command("set server replicas/r" + replica + " state drain");
    Awaitility.await().until(() -> column(replica, 4).equals("0"));
  }

  /** Sends to a replica again as soon as it is ready, and waits for that. */
  public void use(int replica) {
    command("set server replicas/r" + replica + " state ready");
    awaitUp(replica);
  }

  /** Waits until a replica is found to be ready. */
  public void awaitUp(int replica) {
    Awaitility.await().until(() -> column(replica, 17).equals("UP"));
  }

  /** A column of HAProxy's statistics, counted from 0: its sessions are 4, its status 17. */
  private String column(int replica, int column) {
    return command("show stat")
        .lines()
        .filter(line -> line.startsWith("replicas,r" + replica + ","))
        .map(line -> line.split(",", -1)[column])
        .findFirst()
        .orElse("");
  }

  private String command(String command) {
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(socket));
      channel.write(ByteBuffer.wrap((command + "\n").getBytes(StandardCharsets.US_ASCII)));
      return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.US_ASCII);
    } catch (IOException notYet) {
      return "";
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
