package dev.sluice.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A real Kafka of a single test, which may lose all its data. */
public final class TestKafka implements AutoCloseable {

  private final Path folder;
  private KafkaServer server;

  private TestKafka(Path folder, KafkaServer server) {
    this.folder = folder;
    this.server = server;
  }

  /** Starts one on an empty folder. */
  public static TestKafka start(Path folder) throws IOException, InterruptedException {
    return new TestKafka(folder, KafkaServer.start(folder, PortChoice.any("kafka")));
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
    server = KafkaServer.start(folder, new PortChoice("kafka", server.port(), true));
  }

  @Override
  public void close() {
    server.close();
  }
}
