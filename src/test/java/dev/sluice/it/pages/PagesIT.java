package dev.sluice.it.pages;

import static dev.sluice.it.pages.Browser.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages for people, in Debian's Chromium. */
@RunningSluice
class PagesIT {

  private static final Path SAMPLE = Path.of("docs", "sample.pdf").toAbsolutePath();
  private static final String NASTY = "<img src=x onerror=alert(1)>.pdf";

  private static Browser browser;

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @TempDir Path folder;

  @BeforeAll
  static void install() throws Exception {
    browser = Browser.installed();
  }

  @ParameterizedTest
  @CsvSource({
    "WIDE_LIGHT_ENGLISH, 2 done · 1 needs you",
    "NARROW_DARK_GERMAN, 2 fertig · 1 braucht Sie"
  })
  void aVisitorLogsInUploadsFindsReadsAndDeletes(Browser.Look look, String summary)
      throws Exception {
    // Given
    String key =
        keys.create("ada-" + UUID.randomUUID().toString().substring(24), Role.USER, "").secret();
    Path nasty = Files.write(folder.resolve(NASTY), Pdfs.withText("of a stranger"));
    Path noPdf = Files.writeString(folder.resolve("notes.pdf"), "no PDF at all");

    // When
    JsonNode seen =
        browser.journey(
            "journey.mjs", port, key, look, SAMPLE.toString(), nasty.toString(), noPdf.toString());

    // Then
    assertThat(seen.path("refused").asText()).isNotBlank();
    assertThat(seen.path("address").asText()).isEqualTo("/app/documents");
    assertThat(texts(seen, "cookies")).containsExactly("sluice Strict");
    assertThat(seen.path("summary").asText()).endsWith(summary);
    assertThat(texts(seen, "uploads")).hasSize(3).anyMatch(row -> row.contains(NASTY));
    assertThat(texts(seen, "documents")).hasSize(2).anyMatch(row -> row.contains(NASTY));
    assertThat(texts(seen, "found")).singleElement().asString().contains("A sample for Sluice");
    assertThat(texts(seen, "hits")).isNotEmpty().allMatch(hit -> hit.matches("(?i)herons?"));
    assertThat(seen.path("text").asText()).contains("Search for the word heron");
    assertThat(seen.path("left").asInt()).isEqualTo(1);
    assertThat(texts(seen, "sessions")).singleElement().asString().contains("HeadlessChrome");
    assertThat(seen.path("loggedOut").asBoolean()).isTrue();
  }

  @Test
  void librariesAreThoseThatNpmServes() throws Exception {
    Path vendored = Path.of("src", "main", "resources", "static", "app", "vendor");
    for (JsonNode library :
        new ObjectMapper().readTree(vendored.resolve("vendored.json").toFile())) {
      Path installed =
          browser
              .scripts()
              .folder()
              .resolve("node_modules")
              .resolve(library.path("package").asText());

      assertThat(installed.resolve(library.path("path").asText()))
          .hasSameBinaryContentAs(vendored.resolve(library.path("file").asText()));
      assertThat(installed.resolve("package.json"))
          .content()
          .contains("\"version\": \"" + library.path("version").asText() + '"');
    }
  }
}
