package dev.sluice.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedSluiceIT {

  @TempDir Path home;

  @AfterEach
  void leaveNoProcess() {
    SluiceProcess.processesOn(home).forEach(ProcessHandle::destroyForcibly);
  }

  @Test
  void aKilledOneStartsAgainWithAllItHadAndRefusesCompany() throws Exception {
    // Given
    Path data = PostgresTemplate.copiedTo(home.resolve("data"));
    try (SluiceProcess first = SluiceProcess.on(home, data)) {
      JsonNode endpoints = first.awaitEndpoints();
      assertThat(visit(endpoints)).isEqualTo("1");
      try (SluiceProcess second = SluiceProcess.on(home, data)) {
        assertThat(second.awaitExit()).isEqualTo(1);
        assertThat(second.errors())
            .startsWith("Sluice cannot start: the data folder " + data + " is used by another")
            .hasLineCount(1);
      }
      assertThat(visit(endpoints)).isEqualTo("2");
      first.signal("KILL");
      first.awaitExit();
    }

    // When
    try (SluiceProcess again = SluiceProcess.on(home, data)) {
      JsonNode endpoints = again.awaitEndpoints();

      // Then
      assertThat(visit(endpoints)).isEqualTo("3");
      assertThat(again.output())
          .contains("Sluice is ready", endpoints.get("api").asText() + "/api/v1/uploads")
          .contains(endpoints.get("apiKey").asText(), endpoints.get("opsPassword").asText())
          .contains(endpoints.at("/sftp/password").asText(), data + "/sftp/ssh_config")
          .contains(endpoints.at("/s3/secretKey").asText(), "/sluice-drop/in/");
      assertOnlyTheOwnerReads(data.resolve("endpoints.json"));
      assertOnlyTheOwnerReads(data.resolve("secrets.properties"));
      again.signal("TERM");
      assertThat(again.awaitExit()).isEqualTo(143);
      assertThat(again.children()).isEmpty();
      assertThat(data.resolve("endpoints.json")).doesNotExist();
      assertThat(again.errors()).isEmpty();
      assertThat(again.output()).doesNotContain("WARN", "ERROR");
    }
  }

  @Test
  void aFixedPortThatIsTakenIsNamedWithItsKey() throws Exception {
    assertNamesTakenPort("SERVER_PORT");
  }

  @ParameterizedTest
  @Tag("proof")
  @ValueSource(strings = {"MANAGEMENT_PORT", "SLUICE_EMBEDDED_KAFKA_PORT"})
  void anyFixedPortThatIsTakenIsNamedWithItsKey(String key) throws Exception {
    assertNamesTakenPort(key);
  }

  @Test
  void aDataFolderThatIsAFileIsNamed() throws Exception {
    // Given
    Path file = Files.createFile(home.resolve("data"));

    // When
    try (SluiceProcess process = SluiceProcess.on(home, file)) {
      // Then
      assertThat(process.awaitExit()).isEqualTo(1);
      assertThat(process.errors())
          .isEqualTo(
              "Sluice cannot start: the data folder "
                  + file
                  + " is a file. Choose another one with SLUICE_DATA_DIR.\n");
    }
  }

  @Test
  @Tag("proof")
  void itWarnsWhereTheMachineLimitsTheNamesOfFiles() throws Exception {
    // Given
    Path data = PostgresTemplate.copiedTo(home.resolve("data"));

    // When
    try (SluiceProcess process = SluiceProcess.with(home, data, Map.of("LC_ALL", "C"))) {
      process.awaitEndpoints();

      // Then
      assertThat(process.output()).contains("LC_ALL=C.UTF-8");
    }
  }

  @Test
  @Tag("proof")
  void aFailingApplicationIsReportedInOneLineAndTakesItsServersDown() throws Exception {
    // When
    try (SluiceProcess process =
        SluiceProcess.with(
            home,
            PostgresTemplate.copiedTo(home.resolve("data")),
            Map.of(),
            "--spring.datasource.driver-class-name=no.such.Driver")) {
      // Then
      assertThat(process.awaitExit()).isEqualTo(1);
      assertThat(process.errors())
          .startsWith("Sluice cannot start: ")
          .contains("no.such.Driver")
          .hasLineCount(1);
      assertThat(process.output()).doesNotContain("\tat ");
      assertThat(process.children()).isEmpty();
    }
  }

  @Test
  @Tag("proof")
  void aKillAndThenASignalInTheMiddleOfTheFirstStartLeaveNoProcessAndNoDamage() throws Exception {
    // Given
    Path data = PostgresTemplate.programsIn(home.resolve("data"));
    try (SluiceProcess process = SluiceProcess.on(home, data)) {
      process.awaitFile(data.resolve("postgres/initdb.log"));
      process.signal("KILL");
      process.awaitExit();
      Awaitility.await().until(() -> process.children().isEmpty());
    }
    FreshFolder.deleteTree(data.resolve("kafka"));

    // When, then
    assertSignalIsHealedAt(data, "kafka/__cluster_metadata-0");
  }

  @ParameterizedTest
  @Tag("proof")
  @ValueSource(
      strings = {
        "postgres/bin",
        "postgres/initdb.log",
        "kafka/__cluster_metadata-0",
        "postgres/data/postmaster.pid"
      })
  void aSignalInTheMiddleOfTheFirstStartLeavesNoProcessAndNoDamage(String moment) throws Exception {
    assertSignalIsHealedAt(home.resolve("data"), moment);
  }

  @Test
  @Tag("proof")
  void aKillInTheMiddleOfTheFirstStartIsHealedByTheNext() throws Exception {
    // Given
    Path data = home.resolve("data");
    try (SluiceProcess process = SluiceProcess.on(home, data)) {
      process.awaitFile(data.resolve("postgres/initdb.log"));
      process.signal("KILL");
      process.awaitExit();

      // When, then
      assertStarts(data);
      Awaitility.await().until(() -> process.children().isEmpty());
    }
  }

  private void assertNamesTakenPort(String key) throws Exception {
    // Given
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = String.valueOf(taken.getLocalPort());

      // When
      try (SluiceProcess process =
          SluiceProcess.with(home, home.resolve("data"), Map.of(key, port))) {
        // Then
        assertThat(process.awaitExit()).isEqualTo(1);
        assertThat(process.errors())
            .startsWith("Sluice cannot start: port " + port + " is taken. ")
            .contains(key)
            .hasLineCount(1);
        assertThat(process.children()).isEmpty();
      }
    }
  }

  private void assertSignalIsHealedAt(Path data, String moment) throws Exception {
    try (SluiceProcess process = SluiceProcess.on(home, data)) {
      process.awaitFile(data.resolve(moment));

      // When
      process.signal("TERM");

      // Then
      assertThat(process.awaitExit()).as(process.errors()).isEqualTo(143);
      assertThat(process.children()).isEmpty();
      assertThat(process.errors()).isEmpty();
    }
    assertStarts(data);
  }

  private static void assertStarts(Path data) {
    try (EmbeddedServers healed = EmbeddedServers.start(EmbeddedSettings.in(data))) {
      assertThat(healed.jdbcUrl()).startsWith("jdbc:postgresql://127.0.0.1:");
    }
  }

  private static String visit(JsonNode endpoints) throws Exception {
    URI visits = URI.create(endpoints.get("api").asText() + "/visits");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(visits).build(), BodyHandlers.ofString())
        .body();
  }

  private static void assertOnlyTheOwnerReads(Path file) throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
