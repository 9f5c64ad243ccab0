package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The management port of the production jar, as ops see it. */
class OpsIT {

  @TempDir static Path folder;
  private static ProductionSluice sluice;
  private static String documentId;

  @BeforeAll
  static void start() throws Exception {
    sluice = new ProductionSluice(folder).with("SPRING_PROFILES_ACTIVE", "json").startPacked();
    sluice.awaitServing();
    documentId = sluice.api().upload(Pdfs.withText("for ops")).text("id");
    sluice.api().awaitEnd(documentId);
  }

  @AfterAll
  static void stop() throws Exception {
    sluice.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/health/liveness", "/health/readiness"})
  void healthIsOpenButTellsNoDetails(String path) {
    assertThat(sluice.management(null).get(path).status()).isEqualTo(200);
    assertThat(sluice.management(null).get(path).response().body()).doesNotContain("components");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/metrics", "/hawtio/", "/jolokia/version", "/hawtio/jolokia", "/env"})
  void nothingElseIsOpen(String path) {
    assertThat(sluice.management(null).get(path).status()).isEqualTo(401);
    assertThat(sluice.management(TestServers.API_KEY).get(path).status()).isEqualTo(401);
  }

  @Test
  void healthNamesEachServerAndReadinessWhatIsAReplicasOwn() {
    assertThat(OpsLogin.get(sluice, "/health").body())
        .contains("\"db\"", "\"kafka\"", "\"s3\"", "\"forks\"");
    assertThat(OpsLogin.get(sluice, "/health/readiness").body())
        .contains("\"forks\"", "\"work\"")
        .doesNotContain("\"db\"", "\"kafka\"", "\"s3\"");
  }

  @Test
  void metricsTellOfRoutesDocumentsForksQueueAndPool() {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(OpsLogin.get(sluice, "/metrics").body())
                    .contains(
                        "sluice_documents{state=\"completed\"} 1.0",
                        "sluice_documents_received 1.0",
                        "sluice_conservation_imbalance 0.0",
                        "sluice_forks_restarts_total{reason=\"stalled\"} 0.0",
                        "routeId=\"parse-document\"",
                        "routeId=\"store-results\"",
                        "kafka_consumer_fetch_manager_records_lag",
                        "hikaricp_connections_active"));
  }

  @Test
  void everyMetricThatAnAlertWatchesIsThere() throws IOException {
    // Given
    Pattern name = Pattern.compile("\\bsluice_\\w+");
    Set<String> watched =
        name.matcher(Files.readString(Path.of("config", "alerts", "sluice.yaml")))
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());

    // When
    Set<String> present =
        name.matcher(OpsLogin.get(sluice, "/metrics").body())
            .results()
            .map(MatchResult::group)
            .collect(Collectors.toSet());

    // Then
    assertThat(watched).contains("sluice_conservation_imbalance");
    assertThat(present).containsAll(watched);
  }

  @Test
  void healthTellsWhetherTheBooksBalance() {
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(OpsLogin.get(sluice, "/health/conservation").body())
                    .contains("\"status\":\"UP\"", "\"imbalance\":0", "\"completed\":1"));
  }

  @Test
  void logsAreJsonLinesWithTheDocumentsId() {
    assertThat(sluice.log().lines().filter(line -> line.contains("Completed with 1 pages")))
        .singleElement()
        .asString()
        .startsWith("{")
        .contains("\"documentId\":\"" + documentId + "\"");
  }
}
