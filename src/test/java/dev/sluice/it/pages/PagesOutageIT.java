package dev.sluice.it.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.embedded.Endpoints;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.Ports;
import dev.sluice.it.FirstRunSluice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages with the limits of a first run, and with a server that is killed beneath them. */
@Tag("proof")
class PagesOutageIT {

  private static final int FILES = 20;
  private static final long LARGE = 60_000_000; // bytes

  @TempDir Path folder;

  @Test
  void twentyFilesGoAtOnceAndALargeOneGoesOnAfterAKill() throws Exception {
    // Given
    Browser browser = Browser.installed();
    Path halfway = folder.resolve("halfway");
    Path large = folder.resolve("large.pdf");
    Pdfs.ofSize(large, LARGE);
    List<String> files = new ArrayList<>(List.of(halfway.toString(), large.toString()));
    for (int n = 0; n < FILES; n++) {
      byte[] pdf = Pdfs.withText("Minutes " + n);
      files.add(Files.write(folder.resolve("minutes-" + n + ".pdf"), pdf).toString());
    }
    int port = Ports.free();
    try (var sluice = new FirstRunSluice(folder).with("SERVER_PORT", "" + port).start()) {
      Endpoints first = sluice.endpoints();

      // When
      CompletableFuture<JsonNode> visit =
          CompletableFuture.supplyAsync(() -> visit(browser, port, first.apiKey(), files));
      Awaitility.await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> visit.isDone() || Files.exists(halfway));
      sluice.signal("KILL");
      assertThat(sluice.endsWithin(Duration.ofSeconds(10))).isTrue();
      sluice.start().endpoints();
      JsonNode seen = visit.get(3, TimeUnit.MINUTES);

      // Then
      assertThat(seen.path("thumbnails").asInt()).isEqualTo(FILES);
      assertThat(seen.path("row").asText()).contains("large.pdf", "1 page");
      assertThat(seen.path("offsets")).isNotEmpty();
      assertThat(seen.path("offsets").get(0).asLong()).isGreaterThan(LARGE / 4);
    }
  }

  private static JsonNode visit(Browser browser, int port, String key, List<String> files) {
    try {
      return browser.journey(
          "outage.mjs", port, key, Browser.Look.WIDE_LIGHT_ENGLISH, files.toArray(String[]::new));
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
