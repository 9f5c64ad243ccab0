package dev.sluice.it.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.failpoint.Failpoint;
import dev.sluice.failpoint.FailpointJar;
import dev.sluice.fixture.AtOnce;
import dev.sluice.it.ApiClient;
import dev.sluice.it.Doors;
import dev.sluice.it.DropDoors;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.RequestSender;
import dev.sluice.it.SentPdf;
import dev.sluice.it.UnpackedJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that die one after the other, each after a different step, and recover what earlier
 * ones left. Every build dies after one step for each kind of thing that a death leaves and after
 * two by chance; -Pproof after all of them.
 */
class DeathsIT {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private static final String UNFINISHED =
      """
      SELECT state FROM document WHERE state IN ('received', 'queued', 'parsing', 'retrying')
      """;

  private static final String ENDS =
      """
      SELECT to_state FROM document_event
      WHERE document_id = ?::uuid AND to_state IN ('completed', 'invalid', 'dead')
      """;

  private static final String PAGES =
      "SELECT text FROM page WHERE document_id = ?::uuid ORDER BY number";

  @TempDir Path folder;

  @Test
  void whateverADeathLeavesEachDocumentEndsOnce() {
    long seed = Long.getLong("proof.seed", System.nanoTime() % 1_000_000);
    Set<String> steps = Deaths.sample(2, 1, new Random(seed));
    System.out.println("DeathsIT: -Dproof.seed=" + seed + " dies after " + steps);

    dieAndRecoverAfter(steps::contains);
  }

  @Test
  @Tag("proof")
  void whereverSluiceDiesEachDocumentEndsOnce() {
    dieAndRecoverAfter(step -> true);
  }

  private void dieAndRecoverAfter(Predicate<String> steps) {
    // At the same time, as they wait a lot; each has its own folder, database and topics.
    CompletableFuture.allOf(
            AtOnce.start(() -> dieAndRecover(Deaths.REQUESTS, steps, folder.resolve("requests"))),
            AtOnce.start(() -> dieAndRecover(Deaths.WORK_AND_DROPS, steps, folder.resolve("work"))))
        .join();
  }

  private static Void dieAndRecover(List<Death> all, Predicate<String> steps, Path folder) {
    List<Death> deaths = all.stream().filter(death -> steps.test(death.step())).toList();
    if (deaths.isEmpty()) {
      return null;
    }
    try (DropDoors drops = DropDoors.create();
        ProductionSluice sluice = quickToRecover(Files.createDirectories(folder))) {
      Path failpoint = FailpointJar.in(folder);
      RequestSender sender = new RequestSender(new Doors(sluice.with(drops.settings()), drops));

      // Given: documents, and one death after the other
      for (Death death : deaths) {
        sluice.startWith(UnpackedJar.arguments(failpoint), death.settings("SLUICE_FAILPOINT"));
        die(sluice, sender, death);
        passANight(sluice);
      }

      // When
      sluice.start().awaitServing();
      await().until(sender::sendAll);

      // Then
      sender.receipts().forEach((pdf, id) -> assertEndedOnce(sluice, id, pdf));
      assertNothingElseIsLeft(sluice, sender);
      assertThat(spoolFolders(folder)).hasSize(2); // of intake and parser of the living process
      return null;
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static ProductionSluice quickToRecover(Path folder) throws Exception {
    return new ProductionSluice(folder)
        .with("SLUICE_SWEEPER_PUBLISH_WITHIN", "2s")
        .with("SLUICE_SWEEPER_REQUEUE_AFTER", "3s")
        .with("SLUICE_WORK_ATTEMPTS", "50")
        .with("SLUICE_WORK_SPLIT_PAGES", "4")
        .with("SLUICE_WORK_RANGE_PAGES", "2")
        .with("SLUICE_WORK_RETRY_FIRST", "2s") // so that no next attempt begins in who dies
        .with("SLUICE_WORK_RETRY_CAP", "2s")
        .with("CAMEL_COMPONENT_KAFKA_SESSIONTIMEOUTMS", "6000")
        .with("CAMEL_COMPONENT_KAFKA_HEARTBEATINTERVALMS", "1000");
  }

  private static void die(ProductionSluice sluice, RequestSender sender, Death death)
      throws Exception {
    if (death.stopped()) {
      await().until(() -> sender.sendAll() && unfinished(sluice).isEmpty());
    }
    sender.take(death.letters());
    await().alias(death.step()).until(() -> sender.sendAll() || !sluice.handle().isAlive());
    if (death.stopped()) {
      await().until(() -> unfinished(sluice), List.of("parsing")::equals);
      sluice.terminate();
    }
    int status = sluice.awaitExit(PATIENCE);
    assertThat(sluice.log()).contains(Failpoint.lastWords(death.step()));
    assertThat(status).isEqualTo(137);
  }

  // Nobody works on the documents for longer than any deadline.
  private static void passANight(ProductionSluice sluice) {
    sluice
        .database()
        .sql(
            """
            UPDATE document SET received_at = received_at - interval '1 day',
                started_at = started_at - interval '1 day',
                lease_until = lease_until - interval '1 day'
            """)
        .update();
    sluice.database().sql("UPDATE part SET lease_until = lease_until - interval '1 day'").update();
  }

  private static void assertEndedOnce(ProductionSluice sluice, String id, SentPdf pdf) {
    String end = sluice.api().awaitEnd(id).path("state").asText();
    assertThat(end).as(pdf.key()).isEqualTo(pdf.end());
    assertThat(strings(sluice, ENDS, id)).as(pdf.key()).containsExactly(end);
    assertThat(strings(sluice, PAGES, id)).as(pdf.key()).map(String::strip).isEqualTo(pdf.pages());
    assertThat(sluice.api().bytes(ApiClient.document(id) + "/original"))
        .as(pdf.key())
        .isEqualTo(pdf.pdf());
  }

  private static void assertNothingElseIsLeft(ProductionSluice sluice, RequestSender sender) {
    assertThat(strings(sluice, "SELECT id FROM document"))
        .containsExactlyInAnyOrderElementsOf(sender.ids());
    await()
        .untilAsserted(
            () ->
                assertThat(OpsLogin.get(sluice, "/metrics").body())
                    .containsPattern("sluice_conservation_imbalance 0\\.0"));
  }

  private static List<String> unfinished(ProductionSluice sluice) {
    return strings(sluice, UNFINISHED);
  }

  private static List<String> strings(ProductionSluice sluice, String query, Object... parameters) {
    return sluice.database().sql(query).params(parameters).query(String.class).list();
  }

  private static List<Path> spoolFolders(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("work"))) {
      return files.filter(file -> file.endsWith(".lock")).toList();
    }
  }

  private static ConditionFactory await() {
    return Awaitility.await().pollInterval(Duration.ofMillis(100));
  }
}
