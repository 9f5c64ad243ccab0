package dev.sluice.it.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.TestKafka;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The production jar whose Kafka loses all its data, or changes a topic. */
class QueueRebuildIT {

  private static final int DOCUMENTS = 10;

  @TempDir Path folder;

  @Test
  void aQueueThatLostItsDataIsRefilledByOneCommand() throws Exception {
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"), TestServers.running());
        ProductionSluice sluice = new ProductionSluice(folder)) {
      // Given: consumers that have worked, and documents whose tickets are in the queue
      sluice
          .with("SLUICE_KAFKA_BROKERS", kafka.brokers())
          .with("SLUICE_SWEEPER_REQUEUE_AFTER", "10s") // consumers may go on where they were
          .start()
          .awaitServing();
      List<String> ids = IntStream.range(0, DOCUMENTS).mapToObj(n -> upload(sluice, n)).toList();
      ids.forEach(sluice.api()::awaitEnd);
      putBackIntoTheQueue(sluice.database());

      // When
      kafka.loseData();
      Answer answer = rebuild(sluice);

      // Then
      assertThat(answer.status()).isEqualTo(202);
      assertThat(answer.json().path("documents").asInt()).isEqualTo(DOCUMENTS);
      assertThat(ids)
          .allSatisfy(
              id ->
                  assertThat(sluice.api().awaitEnd(id).path("state").asText())
                      .isEqualTo("completed"));
      Awaitility.await()
          .untilAsserted(() -> assertThat(partitions(sluice, kafka)).containsExactly(2, 2));

      // When
      String next = upload(sluice, DOCUMENTS);

      // Then
      assertThat(sluice.api().awaitEnd(next).path("state").asText()).isEqualTo("completed");
    }
  }

  @Test
  @Tag("proof")
  void aPartitionThatATopicGetsMeanwhileIsReadSoon() throws Exception {
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      // Given
      sluice.start().awaitServing();
      String id = upload(sluice, 1);
      sluice.api().awaitEnd(id);
      putBackIntoTheQueue(sluice.database());

      // When its ticket comes to a new partition
      String brokers = TestServers.running().kafkaBrokers();
      String topic = sluice.topics().get(0);
      try (Admin admin = Admin.create(TestServers.kafka())) {
        admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(3))).all().get();
      }
      sendTicket(brokers, topic, 2, id);

      // Then
      assertThat(sluice.api().awaitEnd(id).path("state").asText()).isEqualTo("completed");
    }
  }

  @Test
  @Tag("proof")
  void aPartitionThatWasThereInATopicsFormerLifeIsReadAgain() throws Exception {
    try (TestKafka kafka = TestKafka.start(folder.resolve("kafka"), TestServers.running());
        ProductionSluice sluice = new ProductionSluice(folder)) {
      // Given: consumers that have seen the leader of their partitions change
      sluice.with("SLUICE_KAFKA_BROKERS", kafka.brokers()).start().awaitServing();
      kafka.restart();
      String id = upload(sluice, 1);
      sluice.api().awaitEnd(id);
      putBackIntoTheQueue(sluice.database());

      // When a client has the broker make the topic again, with one partition, and Sluice widens it
      kafka.loseData();
      Awaitility.await()
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(partitions(sluice, kafka)).containsExactly(2, 2));
      sendTicket(kafka.brokers(), sluice.topics().get(0), 1, id);

      // Then
      assertThat(sluice.api().awaitEnd(id).path("state").asText()).isEqualTo("completed");
    }
  }

  private static void sendTicket(String brokers, String topic, int partition, String id)
      throws Exception {
    String ticket = "{\"documentId\":\"" + id + "\",\"owner\":\"me\",\"lane\":\"interactive\"}";
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(at(brokers), new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, partition, id, ticket)).get();
    }
  }

  private static Map<String, Object> at(String brokers) {
    Map<String, Object> properties = TestServers.kafka();
    properties.put("bootstrap.servers", brokers);
    return properties;
  }

  private static String upload(ProductionSluice sluice, int number) {
    byte[] pdf = Pdfs.withText("document " + number);
    String lane = number % 2 == 0 ? "bulk" : "interactive";
    return sluice.api().upload(BodyPublishers.ofByteArray(pdf), "?lane=" + lane).text("id");
  }

  /** As it was before they were worked on. */
  private static void putBackIntoTheQueue(JdbcClient database) {
    database.sql("DELETE FROM page").update();
    database.sql("DELETE FROM document_metadata").update();
    database
        .sql(
            """
            UPDATE document SET state = 'queued', attempts = 0, completed_at = NULL,
                lease_until = now() + interval '1 hour'
            """)
        .update();
  }

  private static Answer rebuild(ProductionSluice sluice) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sluice.address() + "/api/v1/ops/queue/rebuild"))
            .header("Authorization", OpsLogin.BASIC)
            .POST(BodyPublishers.noBody());
    return sluice.api().send(request);
  }

  private static List<Integer> partitions(ProductionSluice sluice, TestKafka kafka)
      throws Exception {
    try (Admin admin = Admin.create(at(kafka.brokers()))) {
      return admin.describeTopics(sluice.topics()).allTopicNames().get().values().stream()
          .map(topic -> topic.partitions().size())
          .toList();
    }
  }
}
