package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.StandbyServer;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sluice beside a real standby of its database. */
@Tag("proof")
class StandbyIT {

  private static final String FROM_STANDBY = "sluice_result_reads_total{from=\"standby\"}";
  private static final List<String> RESULTS =
      List.of("text", "markdown", "pages", "pages/1", "tables", "metadata", "events");

  /** It has something of each. */
  private static final Path TIMETABLE = Path.of("docs", "timetable.pdf");

  @TempDir Path folder;

  @Test
  void resultsAreTheSameFromAStandbyAndWithoutIt() throws Exception {
    // Given
    Path own = Files.createDirectory(folder.resolve("sluice"));
    try (ProductionSluice sluice = new ProductionSluice(own);
        StandbyServer standby = standby(sluice)) {
      String database = URI.create(sluice.jdbcUrl().substring("jdbc:".length())).getPath();
      sluice.with("SLUICE_JDBC_READ_URL", standby.url(database.substring(1)));
      sluice.start().awaitServing();
      String id = sluice.api().upload(Files.readAllBytes(TIMETABLE)).text("id");
      sluice.api().awaitEnd(id);
      List<String> fromPrimary = results(sluice, id);

      // When
      sluice
          .database()
          .sql("UPDATE document SET completed_at = completed_at - interval '1 day'")
          .update();
      Awaitility.await().until(() -> metric(sluice, "sluice_standby_used") == 1);
      double before = metric(sluice, FROM_STANDBY);

      // Then
      assertThat(results(sluice, id)).isEqualTo(fromPrimary);
      assertThat(metric(sluice, FROM_STANDBY) - before).isGreaterThanOrEqualTo(RESULTS.size());

      // When: an old document may have joined a batch just now
      double ofResults = metric(sluice, FROM_STANDBY);
      sluice.api().get("/api/v1/documents?batch=" + UUID.randomUUID());

      // Then
      assertThat(metric(sluice, FROM_STANDBY)).isEqualTo(ofResults);

      // And when
      standby.close();

      // Then
      assertThat(results(sluice, id)).isEqualTo(fromPrimary);
      Awaitility.await().until(() -> metric(sluice, "sluice_standby_used") == 0);
      assertThat(sluice.log()).containsOnlyOnce("Results are read from the primary");
      assertThat(sluice.log()).doesNotContain("ERROR");
    }
  }

  private StandbyServer standby(ProductionSluice sluice) throws Exception {
    int primary = URI.create(sluice.jdbcUrl().substring("jdbc:".length())).getPort();
    return StandbyServer.of(
        TestServers.FOLDER, primary, Files.createDirectory(folder.resolve("standby")));
  }

  /** The list of documents, which names this one, and all its results. */
  private static List<String> results(ProductionSluice sluice, String id) {
    assertThat(
            sluice.api().get("/api/v1/documents").json().path("items").path(0).path("id").asText())
        .isEqualTo(id);
    return RESULTS.stream().map(what -> body(sluice, ApiClient.document(id) + "/" + what)).toList();
  }

  private static String body(ProductionSluice sluice, String path) {
    Answer answer = sluice.api().get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.response().body();
  }

  private static double metric(ProductionSluice sluice, String name) {
    return OpsLogin.get(sluice, "/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .findFirst()
        .orElseThrow();
  }
}
