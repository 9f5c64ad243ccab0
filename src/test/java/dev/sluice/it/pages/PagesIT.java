package dev.sluice.it.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.NodePackage;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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

  private static final String BROWSER = "chromium";
  private static final Path SAMPLE = Path.of("docs", "sample.pdf").toAbsolutePath();
  private static final String NASTY = "<img src=x onerror=alert(1)>.pdf";

  private static NodePackage visitor;

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @TempDir Path folder;

  @BeforeAll
  static void install() throws Exception {
    assumeTrue(NodePackage.isOnPath(BROWSER), "chromium is not on this machine");
    visitor = NodePackage.installed("pages");
  }

  @ParameterizedTest
  @CsvSource({"1200, light, en, 2 done · 1 needs you", "360, dark, de, 2 fertig · 1 braucht Sie"})
  void aVisitorLogsInUploadsFindsReadsAndDeletes(
      String width, String theme, String language, String summary) throws Exception {
    // Given
    String key =
        keys.create("ada-" + UUID.randomUUID().toString().substring(24), Role.USER, "").secret();
    Path nasty = Files.write(folder.resolve(NASTY), Pdfs.withText("of a stranger"));
    Path noPdf = Files.writeString(folder.resolve("notes.pdf"), "no PDF at all");

    // When
    JsonNode seen =
        new ObjectMapper()
            .readTree(
                visitor.run(
                    "journey.mjs",
                    "/usr/bin/" + BROWSER,
                    "http://127.0.0.1:" + port,
                    key,
                    width,
                    theme,
                    language,
                    SAMPLE.toString(),
                    nasty.toString(),
                    noPdf.toString()));

    // Then
    assertThat(texts(seen, "violations")).isEmpty();
    assertThat(texts(seen, "complaints")).isEmpty();
    assertThat(texts(seen, "outside")).isEmpty();
    assertThat(seen.path("refused").asText()).isNotBlank();
    assertThat(seen.path("address").asText()).isEqualTo("/app/documents");
    assertThat(texts(seen, "cookies")).containsExactly("sluice-" + port + " Strict");
    assertThat(seen.path("summary").asText()).endsWith(summary);
    assertThat(texts(seen, "uploads")).hasSize(3).anyMatch(row -> row.contains(NASTY));
    assertThat(texts(seen, "documents")).hasSize(2).anyMatch(row -> row.contains(NASTY));
    assertThat(texts(seen, "found")).singleElement().asString().contains("A sample for Sluice");
    assertThat(texts(seen, "hits")).isNotEmpty().allMatch(hit -> hit.matches("(?i)herons?"));
    assertThat(seen.path("text").asText()).contains("Search for the word heron");
    assertThat(seen.path("left").asInt()).isEqualTo(1);
    assertThat(texts(seen, "sessions")).singleElement().asString().contains("HeadlessChrome");
    assertThat(seen.path("scrollsSideways").asBoolean()).isFalse();
    assertThat(seen.path("loggedOut").asBoolean()).isTrue();
  }

  @Test
  void librariesAreThoseThatNpmServes() throws Exception {
    Path vendored = Path.of("src", "main", "resources", "static", "app", "vendor");
    for (JsonNode library :
        new ObjectMapper().readTree(vendored.resolve("vendored.json").toFile())) {
      Path installed =
          visitor.folder().resolve("node_modules").resolve(library.path("package").asText());

      assertThat(installed.resolve(library.path("path").asText()))
          .hasSameBinaryContentAs(vendored.resolve(library.path("file").asText()));
      assertThat(installed.resolve("package.json"))
          .content()
          .contains("\"version\": \"" + library.path("version").asText() + '"');
    }
  }

  private static List<String> texts(JsonNode seen, String name) {
    Stream<JsonNode> items = StreamSupport.stream(seen.path(name).spliterator(), false);
    return items.map(JsonNode::asText).toList();
  }
}
