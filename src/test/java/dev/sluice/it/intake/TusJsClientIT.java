package dev.sluice.it.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.NodePackage;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tus door as the world's tus client sees it: npm's tus-js-client, in Node. */
@RunningSluice
class TusJsClientIT {

  private static final long LENGTH = 20L * 1024 * 1024;
  private static final long PIECE = 8L * 1024 * 1024;

  @LocalServerPort int port;
  @TempDir Path folder;

  private static NodePackage client;

  @BeforeAll
  static void install() throws Exception {
    client = NodePackage.installed("tus");
  }

  @ParameterizedTest
  @ValueSource(strings = {"retry", "return"})
  void aClientThatIsCutOffInTheMiddleGoesOn(String scenario) throws Exception {
    // Given
    Path file = folder.resolve("large.pdf");
    Pdfs.ofSize(file, LENGTH);
    Files.writeString(file, "% " + UUID.randomUUID(), StandardOpenOption.APPEND);
    String address = "http://127.0.0.1:" + port;

    // When
    String output =
        client.run("upload.mjs", scenario, address, TestServers.API_KEY, file.toString());

    // Then
    JsonNode seen = new ObjectMapper().readTree(output.lines().toList().get(0));
    assertThat(seen.path("cuts").asInt()).isEqualTo(1);
    assertThat(seen.path("resumedAt").get(0).asLong()).isBetween(PIECE, LENGTH);
    ApiClient api = new ApiClient(address, TestServers.API_KEY);
    Answer receipt = api.get(seen.path("upload").asText());
    assertThat(seen.path("document").asText()).endsWith(receipt.text("id"));
    assertThat(receipt.text("sha256")).isEqualTo(DigestUtils.sha256Hex(Files.readAllBytes(file)));
    assertThat(receipt.text("fileName")).isEqualTo("from node.pdf");
    assertThat(api.awaitEnd(receipt.text("id")).path("state").asText()).isEqualTo("completed");
  }
}
