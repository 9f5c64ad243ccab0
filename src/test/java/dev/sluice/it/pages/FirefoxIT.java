package dev.sluice.it.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.NodePackage;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages in Debian's Firefox. */
@RunningSluice
@Tag("proof")
class FirefoxIT {

  private static final String BROWSER = "firefox-esr";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;

  @Test
  void aVisitorUploadsFindsAndReads() throws Exception {
    // Given
    assumeTrue(NodePackage.isOnPath(BROWSER), BROWSER + " is not on this machine");
    String owner = "eve-" + UUID.randomUUID().toString().substring(24);
    String key = keys.create(owner, Role.USER, "").secret();
    String sample = Path.of("docs", "sample.pdf").toAbsolutePath().toString();

    // When
    String seen =
        NodePackage.installed("firefox")
            .run("journey.mjs", "/usr/bin/" + BROWSER, "http://127.0.0.1:" + port, key, sample);

    // Then
    JsonNode visit = new ObjectMapper().readTree(seen);
    assertThat(visit.path("complaints")).isEmpty();
    assertThat(visit.path("row").asText()).contains("2 pages");
    assertThat(visit.path("hit").asText()).isEqualTo("heron");
    assertThat(visit.path("text").asText()).contains("Search for the word heron");
  }
}
