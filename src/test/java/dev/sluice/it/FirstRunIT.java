package dev.sluice.it;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.embedded.EmbeddedSluice;
import dev.sluice.it.ApiClient.Answer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first run as the README tells it: one process with its own servers and a data folder. */
class FirstRunIT {

  @TempDir Path home;

  @Test
  void whatWasTakenInOutlivesAKillOfEverything() throws Exception {
    // Given
    Process sluice = start();
    JsonNode endpoints = awaitEndpoints(sluice);
    ApiClient api = clientOf(endpoints);
    byte[] sample = Files.readAllBytes(Path.of("docs", "sample.pdf"));
    String done = api.upload(sample, "X-File-Name", "sample.pdf").text("id");
    assertThat(api.awaitEnd(done).path("state").asText()).isEqualTo("completed");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(endpointsFile())))
        .isEqualTo("rw-------");
    assertThat(log()).contains("Sluice is ready", "--data-binary @docs/sample.pdf");

    // When
    sluice.destroyForcibly().waitFor();
    Process again = start();

    // Then
    try {
      ApiClient apiAgain = clientOf(awaitEndpoints(again));
      assertThat(apiAgain.get(document(done) + "/text").response().body()).contains("sluice");
      assertThat(apiAgain.get(document(done) + "/original").status()).isEqualTo(200);
      Answer twin = apiAgain.upload(sample);
      assertThat(twin.text("id")).isEqualTo(done);
      assertThat(twin.json().path("duplicate").asBoolean()).isTrue();
    } finally {
      again.destroy();
      again.waitFor();
    }
    assertThat(endpointsFile()).doesNotExist();
  }

  @Test
  void eachCommandOfTheBannerWorksAsItIsShown() throws Exception {
    // Given
    Process sluice = start();
    try {
      ApiClient api = clientOf(awaitEndpoints(sluice));
      Awaitility.await().until(() -> commandsOfTheBanner().size() == 3);

      // When, then
      for (String command : commandsOfTheBanner()) {
        assertThat(outputOf(command)).doesNotContain("Error", "denied", "problem");
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Files.exists(home.resolve("data/sftp/files/inbox/.done/sample.pdf")));
      JsonNode documents = api.get("/api/v1/documents").json().path("items");
      assertThat(documents).singleElement();
    } finally {
      sluice.destroy();
      sluice.waitFor();
    }
  }

  private List<String> commandsOfTheBanner() throws IOException {
    return log()
        .lines()
        .dropWhile(line -> !line.contains("Try it"))
        .skip(1)
        .filter(line -> !line.isBlank())
        .limit(3)
        .toList();
  }

  /** What a shell prints, in the folder where Sluice was started. */
  private static String outputOf(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true).start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as("%s%n%s", command, output).isZero();
    return output;
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            classPath(),
            EmbeddedSluice.class.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "SLUICE_DATA_DIR", home.resolve("data").toString(),
                "SERVER_PORT", "0",
                "MANAGEMENT_PORT", "0"));
    builder.redirectErrorStream(true).redirectOutput(home.resolve("log").toFile());
    return builder.start();
  }

  private JsonNode awaitEndpoints(Process sluice) {
    ObjectMapper json = new ObjectMapper();
    return Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .failFast("it ended, see its log", () -> !sluice.isAlive())
        .until(
            () ->
                Files.exists(endpointsFile())
                    ? json.readTree(endpointsFile().toFile())
                    : json.createObjectNode(),
            endpoints -> endpoints.path("pid").asLong() == sluice.pid());
  }

  private static ApiClient clientOf(JsonNode endpoints) {
    return new ApiClient(endpoints.path("api").asText(), endpoints.path("apiKey").asText());
  }

  // An empty entry is the working directory: its routes/ would be found beside the packaged ones.
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Path endpointsFile() {
    return home.resolve("data").resolve("endpoints.json");
  }

  private String log() throws IOException {
    return Files.readString(home.resolve("log"));
  }
}
