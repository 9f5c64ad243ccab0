package dev.sluice.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A real Kafka of a single test, which may lose all its data. */
public final class TestKafka implements AutoCloseable {

  private final Path folder;
  private final Secrets secrets;
  private KafkaServer server;

  private TestKafka(Path folder, Secrets secrets) throws IOException, InterruptedException {
    this.folder = folder;
    this.secrets = secrets;
    this.server = KafkaServer.start(folder, PortChoice.any("kafka"), secrets);
  }

  /** Starts one on an empty folder, with the login of the other servers' Kafka. */
  public static TestKafka start(Path folder, EmbeddedServers others)
      throws IOException, InterruptedException {
    return new TestKafka(folder, others.secrets());
  }

  /** Where clients find it. */
  public String brokers() {
    return server.brokers();
  }

  /** Takes it down and its files away; it comes back empty, where it was. */
  public void loseData() throws IOException, InterruptedException {
    server.close();
    FreshFolder.deleteTree(folder);
    startAgain();
  }

  /** Takes it down; it comes back where it was, its partitions with a later leader epoch. */
  public void restart() throws IOException, InterruptedException {
    server.close();
    startAgain();
  }

  private void startAgain() throws IOException, InterruptedException {
    server = KafkaServer.start(folder, new PortChoice("kafka", server.port(), true), secrets);
  }

  @Override
  public void close() {
    server.close();
  }
}
