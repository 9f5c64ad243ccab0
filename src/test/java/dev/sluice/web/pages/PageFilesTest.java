package dev.sluice.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.model.failure.FailureCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files of the pages, as they are. */
class PageFilesTest {

  private static final Path PAGES = Path.of("src", "main", "resources", "static", "app");
  private static final int FIRST_PAGE_LIMIT = 100_000; // bytes, compressed
  private static final Pattern KEY = Pattern.compile("(?m)^ {2}'([^']+)':");
  private static final Pattern IMPORTED = Pattern.compile("(?m)^import .* from '(\\.[^']+)';");
  private static final Pattern LINKED = Pattern.compile("(?:href|src)=\"/app/([^\"]+)\"");
  private static final Pattern SAID = Pattern.compile("say\\('([a-zA-Z.]+)'");

  @Test
  void eachTextIsThereInEachLanguage() throws IOException {
    Set<String> english = keys("texts.en.js");

    assertThat(keys("texts.de.js")).isEqualTo(english);
    assertThat(english).containsAll(said());
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = { // no page asks so
        "BAD_REQUEST",
        "MALFORMED_ID",
        "MALFORMED_CURSOR",
        "MALFORMED_DIGEST",
        "CSRF_TOKEN_REQUIRED",
        "METHOD_NOT_ALLOWED",
        "NOT_ACCEPTABLE",
        "OFFSET_MISMATCH",
        "TUS_VERSION_UNKNOWN",
        "RANGE_NOT_SATISFIABLE",
        "IDEMPOTENCY_KEY_REUSED",
        "SOURCE_UNAVAILABLE",
        "SOURCE_REFUSED"
      })
  void eachFailureThatAVisitorCanMeetHasPlainWords(FailureCode code) throws IOException {
    assertThat(keys("texts.en.js")).contains("problem." + code.label());
  }

  @Test
  void librariesAreUnchangedAndListed() throws IOException {
    JsonNode listed = new ObjectMapper().readTree(PAGES.resolve("vendor/vendored.json").toFile());

    assertThat(listed).isNotEmpty();
    for (JsonNode library : listed) {
      byte[] file = Files.readAllBytes(PAGES.resolve("vendor").resolve(text(library, "file")));
      assertThat(DigestUtils.sha256Hex(file)).isEqualTo(text(library, "sha256"));
      assertThat(text(library, "licence")).matches(".*(MIT|Apache-2[.]0|BSD).*");
    }
    assertThat(files("vendor", "s"))
        .filteredOn(file -> file.toString().matches(".*[.](js|css)"))
        .hasSize(listed.size())
        .allMatch(file -> listed.toString().contains('"' + file.getFileName().toString() + '"'));
  }

  @Test
  void nothingIsWrittenWithinThePageOrFetchedFromElsewhere() throws IOException {
    String page = Files.readString(PAGES.resolve("index.html"));

    assertThat(page).doesNotContainPattern("<script(?![^>]*src=)|<style|style=| on\\w+=|https?:");
    for (Path file : own()) {
      assertThat(Files.readString(file))
          .as(file.toString())
          .doesNotContain("innerHTML", "dangerouslySetInnerHTML", "eval(", "https://");
    }
  }

  @Test
  void theFirstPageIsSmall() throws IOException {
    Set<Path> fetched = new TreeSet<>();
    fetch("pages/upload.js", fetched); // where one begins; other pages are fetched when asked for
    fetch("main.js", fetched);
    LINKED
        .matcher(Files.readString(PAGES.resolve("index.html")))
        .results()
        .map(found -> PAGES.resolve(found.group(1)))
        .forEach(fetched::add);

    int bytes = 0;
    for (Path file : fetched) {
      bytes += compressed(Files.readAllBytes(file));
    }
    assertThat(fetched)
        .contains(PAGES.resolve("app.css"), PAGES.resolve("vendor/tus.js"), PAGES.resolve("api.js"))
        .doesNotContain(PAGES.resolve("vendor/uplot.js"));
    assertThat(bytes).isLessThan(FIRST_PAGE_LIMIT);
  }

  /** A module with all that it imports before it runs. */
  private static void fetch(String module, Set<Path> fetched) throws IOException {
    Path file = PAGES.resolve(module).normalize();
    if (fetched.add(file)) {
      for (MatchResult found : IMPORTED.matcher(Files.readString(file)).results().toList()) {
        fetch(PAGES.relativize(file.resolveSibling(found.group(1))).toString(), fetched);
      }
    }
  }

  private static Set<String> said() throws IOException {
    Set<String> said = new TreeSet<>();
    for (Path file : own()) {
      SAID.matcher(Files.readString(file))
          .results()
          .map(found -> found.group(1))
          .forEach(said::add);
    }
    return said;
  }

  private static Set<String> keys(String file) throws IOException {
    List<String> keys =
        KEY.matcher(Files.readString(PAGES.resolve(file)))
            .results()
            .map((MatchResult found) -> found.group(1))
            .toList();
    assertThat(keys).doesNotHaveDuplicates();
    return new TreeSet<>(keys);
  }

  private static List<Path> own() throws IOException {
    return files("", ".js").stream().filter(file -> !file.toString().contains("vendor")).toList();
  }

  private static List<Path> files(String below, String ending) throws IOException {
    try (Stream<Path> files = Files.walk(PAGES.resolve(below))) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(ending))
          .toList();
    }
  }

  private static int compressed(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.size();
  }

  private static String text(JsonNode node, String name) {
    return node.path(name).asText();
  }
}
