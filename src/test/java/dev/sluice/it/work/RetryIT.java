package dev.sluice.it.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.Origin;
import dev.sluice.model.document.Ticket;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.work.FairShare;
import dev.sluice.work.WorkQueue;
import dev.sluice.work.WorkSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Documents that are entered without their door, so that their originals can be withheld. */
@RunningSluice
class RetryIT {

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration NEVER = Duration.ofHours(1);

  @Autowired Ledger ledger;
  @Autowired FairShare fairShare;
  @Autowired WorkSettings settings;
  @Autowired ClaimSettings claims;
  @Autowired S3Client s3;
  @Autowired HealthEndpoint health;
  @Autowired ProducerTemplate routes;
  @Autowired JdbcClient jdbc;

  private final String owner = "retry-" + UUID.randomUUID();

  @AfterEach
  void remove() {
    jdbc.sql("DELETE FROM document WHERE owner = ?").param(owner).update();
  }

  @Test
  void aDocumentWithoutItsOriginalGoesThroughTheLanesAndEndsDead() throws Exception {
    // Given
    Map<String, Long> before = ticketsEver();
    NewDocument document = newDocument();

    // When
    ledger.register(document, AT_ONCE);

    // Then
    Document dead = awaitEnd(document);
    assertThat(dead.state()).isEqualTo(DocumentState.DEAD);
    assertThat(dead.failureCode()).isEqualTo("original-missing");
    assertThat(dead.attemptsSpent()).isEqualTo(settings.attempts());
    assertThat(history(document))
        .containsSubsequence("parsing", "retrying", "parsing", "retrying", "parsing", "dead");
    Map<String, Long> after = ticketsEver();
    assertThat(after.get("sluice.retry.first")).isEqualTo(before.get("sluice.retry.first") + 1);
    assertThat(after.get("sluice.retry.second")).isEqualTo(before.get("sluice.retry.second") + 1);
  }

  @Test
  void anOutagePausesWorkSaysWhyAndCostsNoAttempt() throws Exception {
    // Given
    List<NewDocument> documents = Stream.generate(this::newDocument).limit(5).toList();
    documents.forEach(this::putOriginal);

    // When
    TestServers.running().stopS3();
    try {
      documents.forEach(document -> ledger.register(document, AT_ONCE));

      // Then
      await().until(() -> work().equals("UNKNOWN store-unavailable"));
      assertThat(health.healthForPath("readiness").getStatus().getCode()).isEqualTo("UP");
    } finally {
      TestServers.running().startS3();
    }

    // Then it goes on by itself
    for (NewDocument document : documents) {
      Document completed = awaitEnd(document);
      assertThat(completed.state()).isEqualTo(DocumentState.COMPLETED);
      assertThat(completed.attemptsSpent()).isEqualTo(1);
    }
    assertThat(work()).isEqualTo("UP ");
  }

  @Test
  void whatAnOwnerSendsBeyondItsShareWaitsInTheBacklog() throws Exception {
    // Given: its share waits already
    for (int n = 0; n <= settings.share(); n++) {
      ledger.register(newDocument(), NEVER);
    }
    NewDocument further = newDocument();
    putOriginal(further);
    long before = ticketsEver().get("sluice.work.backlog");

    // When
    ledger.register(further, AT_ONCE);

    // Then
    assertThat(awaitEnd(further).state()).isEqualTo(DocumentState.COMPLETED);
    assertThat(ticketsEver().get("sluice.work.backlog")).isEqualTo(before + 1);
    // And: others do not notice
    Ticket ofAnother = new Ticket(DocumentId.next(), "another", Lane.BULK);
    assertThat(fairShare.queueOf(ofAnother)).isEqualTo(WorkQueue.BULK);
  }

  @Test
  void aTicketThatIsNoneIsDroppedAndThoseBehindItAreTaken() throws Exception {
    // When
    routes.sendBody("kafka:sluice.work.bulk", "no ticket at all");
    NewDocument document = newDocument();
    putOriginal(document);
    ledger.register(document, AT_ONCE);

    // Then
    assertThat(awaitEnd(document).state()).isEqualTo(DocumentState.COMPLETED);
    // And: all that was taken is committed
    await().untilAsserted(() -> assertThat(committed()).isEqualTo(ticketsEver()));
  }

  private Document awaitEnd(NewDocument document) {
    return await()
        .until(
            () -> ledger.find(owner, document.id()).orElseThrow(),
            found -> found.state().isFinal());
  }

  private static ConditionFactory await() {
    return Awaitility.await();
  }

  private List<String> history(NewDocument document) {
    return jdbc.sql("SELECT to_state FROM document_event WHERE document_id = ? ORDER BY number")
        .param(document.id().value())
        .query(String.class)
        .list();
  }

  private String work() {
    Health work = (Health) health.healthForPath("work");
    return work.getStatus() + " " + work.getDetails().getOrDefault("pausedFor", "");
  }

  private Map<String, Long> ticketsEver() throws Exception {
    return withAdmin(
        admin -> {
          Map<TopicPartition, OffsetSpec> ends =
              partitions(admin).stream()
                  .collect(Collectors.toMap(p -> p, p -> OffsetSpec.latest()));
          Map<TopicPartition, ListOffsetsResultInfo> offsets = admin.listOffsets(ends).all().get();
          return sumByTopic(offsets, ListOffsetsResultInfo::offset);
        });
  }

  private Map<String, Long> committed() throws Exception {
    return withAdmin(
        admin -> {
          Map<TopicPartition, OffsetAndMetadata> offsets =
              admin.listConsumerGroupOffsets("sluice").partitionsToOffsetAndMetadata().get();
          Map<TopicPartition, OffsetAndMetadata> known = new HashMap<>();
          partitions(admin)
              .forEach(p -> known.put(p, offsets.getOrDefault(p, new OffsetAndMetadata(0))));
          return sumByTopic(known, OffsetAndMetadata::offset);
        });
  }

  private interface Question {
    Map<String, Long> ask(Admin admin) throws Exception;
  }

  private static Map<String, Long> withAdmin(Question question) throws Exception {
    try (Admin admin = Admin.create(TestServers.kafka())) {
      return question.ask(admin);
    }
  }

  private static List<TopicPartition> partitions(Admin admin) throws Exception {
    List<String> topics =
        admin.listTopics().names().get().stream()
            .filter(n -> n.matches("sluice.(work|retry).*"))
            .toList();
    return admin.describeTopics(topics).allTopicNames().get().values().stream()
        .flatMap(t -> t.partitions().stream().map(p -> new TopicPartition(t.name(), p.partition())))
        .toList();
  }

  private static <T> Map<String, Long> sumByTopic(
      Map<TopicPartition, T> offsets, ToLongFunction<T> offset) {
    return offsets.entrySet().stream()
        .collect(
            Collectors.groupingBy(
                entry -> entry.getKey().topic(),
                Collectors.summingLong(entry -> offset.applyAsLong(entry.getValue()))));
  }

  private void putOriginal(NewDocument document) {
    s3.putObject(
        request -> request.bucket(claims.bucket()).key(document.claimKey()),
        RequestBody.fromBytes(Pdfs.withText("retried " + document.id())));
  }

  private NewDocument newDocument() {
    return new NewDocument(
        DocumentId.next(),
        owner,
        UUID.randomUUID().toString(),
        1,
        "a.pdf",
        "application/pdf",
        Origin.HTTP,
        null,
        Lane.BULK,
        "auto",
        null);
  }
}
