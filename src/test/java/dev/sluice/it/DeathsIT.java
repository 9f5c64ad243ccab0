package dev.sluice.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.failpoint.Failpoint;
import dev.sluice.failpoint.FailpointJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that die one after the other, each right after another step between receive and
 * completed, and recover what those before them left.
 */
class DeathsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @TempDir Path folder;

  private final Sender sender = new Sender();

  @Test
  void whereverSluiceDiesEachDocumentEndsOnce() throws Exception {
    Path failpoint = FailpointJar.in(folder);
    try (ProductionSluice sluice = quickToRecover()) {
      // Given: documents, and a death after each step
      for (Death death : Deaths.ALL) {
        long start = System.nanoTime();
        sender.take(death.letters());
        sluice.startWith(UnpackedJar.arguments(failpoint), death.settings("SLUICE_FAILPOINT"));
        die(sluice, death);
        System.out.printf("%s: %.1f s%n", death.step(), (System.nanoTime() - start) / 1e9);
      }
      long start = System.nanoTime();

      // When
      sluice.start();
      await().until(() -> sender.sendAll(sluice.api()));

      // Then
      for (Letter letter : sender.receipts().keySet()) {
        assertEndedOnce(sluice, letter);
      }
      System.out.printf("%s: %.1f s%n", "end", (System.nanoTime() - start) / 1e9);
      assertNothingElseIsLeft(sluice);
    }
  }

  private ProductionSluice quickToRecover() throws Exception {
    return new ProductionSluice(folder)
        .with("SLUICE_SWEEPER_PUBLISH_WITHIN", "2s")
        .with("SLUICE_SWEEPER_REQUEUE_AFTER", "3s")
        .with("SLUICE_WORK_ATTEMPTS", "50")
        .with("SLUICE_WORK_DEADLINE", "30m")
        .with("SLUICE_WORK_RETRY_FIRST", "200ms")
        .with("SLUICE_WORK_RETRY_CAP", "1s")
        .with("CAMEL_COMPONENT_KAFKA_SESSIONTIMEOUTMS", "6000")
        .with("CAMEL_COMPONENT_KAFKA_HEARTBEATINTERVALMS", "1000");
  }

  private void die(ProductionSluice sluice, Death death) throws Exception {
    await().until(() -> sender.sendAll(sluice.api()) || !sluice.handle().isAlive());
    if (death.stopped()) {
      await().until(() -> unfinished(sluice), List.of("parsing")::equals);
      sluice.terminate();
    }
    int status = sluice.awaitExit(PATIENCE);
    assertThat(sluice.log()).contains(Failpoint.lastWords(death.step()));
    assertThat(status).isEqualTo(137);
  }

  private void assertEndedOnce(ProductionSluice sluice, Letter letter) {
    String id = sender.receipts().get(letter);
    String end = sluice.api().awaitEnd(id).path("state").asText();
    assertThat(end).as(letter.key()).isEqualTo(letter.end());
    assertThat(
            strings(
                sluice, "SELECT text FROM page WHERE document_id = ?::uuid ORDER BY number", id))
        .as(letter.key())
        .map(String::strip)
        .isEqualTo(letter.pages());
    assertThat(
            strings(
                sluice,
                "SELECT to_state FROM document_event WHERE document_id = ?::uuid AND to_state IN ('completed', 'dead', 'invalid')",
                id))
        .as(letter.key())
        .containsExactly(end);
  }

  private void assertNothingElseIsLeft(ProductionSluice sluice) {
    long contents = sender.receipts().values().stream().distinct().count();
    assertThat(contents).isEqualTo(sender.receipts().size() - 1); // one was sent twice
    assertThat(strings(sluice, "SELECT state FROM document")).hasSize((int) contents);
    assertThat(OpsLogin.get(sluice, "/metrics").body())
        .containsPattern("sluice_conservation_imbalance 0\\.0");
    Awaitility.await().untilAsserted(() -> assertThat(spoolFolders()).hasSize(2));
  }

  private static List<String> unfinished(ProductionSluice sluice) {
    return strings(
        sluice,
        "SELECT state FROM document WHERE state IN ('received', 'queued', 'parsing', 'retrying')");
  }

  private static List<String> strings(ProductionSluice sluice, String query, Object... parameters) {
    return sluice.database().sql(query).params(parameters).query(String.class).list();
  }

  private List<Path> spoolFolders() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
      return files.filter(file -> file.endsWith(".lock")).toList();
    }
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(100));
  }
}
