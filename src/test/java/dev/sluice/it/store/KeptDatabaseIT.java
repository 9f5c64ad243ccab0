package dev.sluice.it.store;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.it.ApiClient;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import dev.sluice.store.ledger.SchemaMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases that releases left, as they are kept for this test. */
class KeptDatabaseIT {

  @TempDir Path folder;

  /** The releases of which one is kept. */
  static Stream<String> releases() throws IOException {
    try (Stream<Path> files = Files.list(FreshDatabase.FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("\\d+\\.\\d+\\.\\d+\\.sql"))
          .map(name -> name.replace(".sql", ""))
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("releases")
  void itsSchemaBecomesThatOfANewDatabase(String release) throws IOException, SQLException {
    // Given
    FreshDatabase database = new FreshDatabase().load(release);

    // When
    new SchemaMigration().migrate(database.flyway("classpath:db/migration"));

    // Then
    assertThat(withoutRows(database.listing()))
        .isEqualTo(withoutRows(Files.readString(FreshDatabase.FOLDER.resolve("schema.txt"))));
  }

  @Test
  void itsOwnersCanChooseForTheTimetablesThatTheyHave() throws IOException, SQLException {
    // Given
    FreshDatabase database = new FreshDatabase().load("0.2.0");

    // When
    new SchemaMigration().migrate(database.flyway("classpath:db/migration"));

    // Then
    assertThat(database.texts("SELECT owner || ' ' || profile || choices FROM timetable_plan"))
        .containsExactly("me up-tests{}");
  }

  @Test
  @Tag("proof")
  void whatIsInItIsReadAsBefore() throws Exception {
    // Given
    String url = new FreshDatabase().load("0.2.0").url();

    // When
    try (ProductionSluice sluice = onlyReading(url).start().awaitServing()) {
      ApiClient api = sluice.api();
      JsonNode documents = api.get("/api/v1/documents?limit=50").json().path("items");

      // Then
      assertThat(states(documents))
          .isEqualTo(
              Map.ofEntries(
                  Map.entry("received.pdf", "received"),
                  Map.entry("queued.pdf", "queued"),
                  Map.entry("parsing.pdf", "parsing"),
                  Map.entry("retrying.pdf", "retrying store-unavailable"),
                  Map.entry("letter.pdf", "completed"),
                  Map.entry("table.pdf", "completed"),
                  Map.entry("timetable.pdf", "completed"),
                  Map.entry("invalid.pdf", "invalid unreadable"),
                  Map.entry("dead.pdf", "dead parser-crashed"),
                  Map.entry("cancelled.pdf", "cancelled"),
                  Map.entry("expired.pdf", "expired")));
      String letter = document(id(documents, "letter.pdf"));
      assertThat(api.get(letter).json().path("flags").path(0).path("code").asText())
          .isEqualTo("repaired");
      assertThat(api.get(letter + "/text").response().body())
          .isEqualTo("kept since 0.2.0\fand its second page");
      String table = document(id(documents, "table.pdf")) + "/tables/1?format=csv";
      assertThat(api.get(table).response().body())
          .isEqualTo("Name,Day,Sum\r\nada,Monday,1\r\ngrace,Friday,2\r\n");
      String events = document(id(documents, "timetable.pdf")) + "/events";
      assertThat(api.get(events).json().at("/events/0/module").asText()).isEqualTo("COS214");
      String webhook = api.get("/api/v1/webhooks").json().at("/items/0/id").asText();
      String deliveries = "/api/v1/webhooks/" + webhook + "/deliveries";
      assertThat(api.get(deliveries).json().path("items").findValuesAsText("state"))
          .hasSize(8)
          .containsOnly("delivered");
      assertThat(ops(sluice, "/api/v1/ops/owners/me").path("plan").asText()).isEqualTo("large");
      assertThat(ops(sluice, "/api/v1/ops/audit").at("/items/0/action").asText())
          .isEqualTo("PUT /ops/owners/{owner}");
    }
  }

  /** However old what it reads becomes, nothing is worked on or removed. */
  private ProductionSluice onlyReading(String url) throws SQLException {
    return new ProductionSluice(folder)
        .with("SLUICE_JDBC_URL", url)
        .with("SLUICE_WORK_ENABLED", "false")
        .with("SLUICE_RETENTION_ORIGINALS", "0")
        .with("SLUICE_AUDIT_KEEP", "0")
        .with("SLUICE_EVENTS_KEEP", "100000d")
        .with("SLUICE_LIMITS_PLANS_LARGE_STOREDBYTES", "1GB");
  }

  private static JsonNode ops(ProductionSluice sluice, String path) {
    ApiClient api = sluice.api();
    return api.send(api.request(path).setHeader("Authorization", OpsLogin.BASIC)).json();
  }

  /** Of each document by its name: its state, and the failure if it has one. */
  private static Map<String, String> states(JsonNode documents) {
    Map<String, String> states = new TreeMap<>();
    for (JsonNode document : documents) {
      String failure = document.at("/failure/code").asText();
      states.put(
          document.path("fileName").asText(),
          (document.path("state").asText() + " " + failure).strip());
    }
    return states;
  }

  private static String id(JsonNode documents, String fileName) {
    for (JsonNode document : documents) {
      if (document.path("fileName").asText().equals(fileName)) {
        return document.path("id").asText();
      }
    }
    throw new AssertionError("no " + fileName);
  }

  private static String withoutRows(String listing) {
    return listing
        .lines()
        .filter(line -> !line.startsWith("rows "))
        .collect(Collectors.joining("\n"));
  }
}
