package dev.sluice.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** A real Kafka in this process: one node that is broker and controller. */
record KafkaServer(KafkaRaftServer server, int port, KafkaLogin login) implements EmbeddedServer {

  private static final String CLIENTS = "CLIENTS";
  private static final String CONTROLLER = "CONTROLLER";
  private static final int NODE = 1;

  /** Starts it on the files in the folder. */
  static KafkaServer start(Path folder, PortChoice choice, Secrets secrets)
      throws IOException, InterruptedException {
    int port = choice.resolve();
    return start(folder, port, port, secrets);
  }

  /** Starts it on the files in the folder, for clients that reach it at another port. */
  static KafkaServer start(Path folder, int port, int advertised, Secrets secrets)
      throws IOException, InterruptedException {
    return start(folder, port, advertised, secrets, Map.of());
  }

  /** The same with further settings, for example of TLS for the listener CLIENTS. */
  static KafkaServer start(
      Path folder, int port, int advertised, Secrets secrets, Map<String, String> further)
      throws IOException, InterruptedException {
    KafkaLogin login = new KafkaLogin(secrets.kafkaPassword());
    Path data = new FreshFolder(folder).madeBy(KafkaServer::format);
    Map<String, String> settings = new HashMap<>(settings(data, port, advertised));
    settings.putAll(login.serverSettings(CLIENTS, CONTROLLER));
    settings.putAll(further);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    try {
      server.startup();
    } catch (RuntimeException failure) {
      server.shutdown();
      throw failure;
    }
    return new KafkaServer(server, port, login);
  }

  /** Where clients find it. */
  String brokers() {
    return "127.0.0.1:" + port;
  }

  /** The login of its clients, as their properties. */
  Map<String, String> clientProperties() {
    return login.clientProperties();
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }

  private static void format(Path folder) throws IOException {
    try {
      new Formatter()
          .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
          .setNodeId(NODE)
          .setClusterId(Uuid.randomUuid().toString())
          .addDirectory(folder.toString())
          .setMetadataLogDirectory(folder.toString())
          .setControllerListenerName(CONTROLLER)
          .run();
    } catch (IOException | RuntimeException failure) {
      throw failure;
    } catch (Exception failure) {
      throw new IOException(failure);
    }
  }

  private static Map<String, String> settings(Path data, int port, int advertised) {
    // No client connects to the controller's port, so it may change at each start.
    int controller = PortChoice.any("controller").resolve();
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", String.valueOf(NODE)),
        Map.entry("controller.quorum.voters", NODE + "@127.0.0.1:" + controller),
        Map.entry("controller.listener.names", CONTROLLER),
        Map.entry(
            "listeners",
            CLIENTS + "://127.0.0.1:" + port + "," + CONTROLLER + "://127.0.0.1:" + controller),
        Map.entry("advertised.listeners", CLIENTS + "://127.0.0.1:" + advertised),
        Map.entry("inter.broker.listener.name", CLIENTS),
        Map.entry("log.dirs", data.toString()),
        // Tickets are kept until the ledger says that they are done with, however long that takes.
        Map.entry("log.retention.hours", "-1"),
        Map.entry("offsets.retention.minutes", "5256000"),
        Map.entry("offsets.topic.replication.factor", "1"),
        Map.entry("offsets.topic.num.partitions", "1"),
        Map.entry("transaction.state.log.replication.factor", "1"),
        Map.entry("transaction.state.log.min.isr", "1"),
        Map.entry("transaction.state.log.num.partitions", "1"),
        Map.entry("group.initial.rebalance.delay.ms", "0"),
        Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
        Map.entry("log.segment.bytes", "134217728"),
        Map.entry("num.network.threads", "2"),
        Map.entry("num.io.threads", "2"),
        Map.entry("background.threads", "2"));
  }
}
