package dev.sluice.it.pages;

import static dev.sluice.it.pages.Browser.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.TimetableLook;
import dev.sluice.fixture.TimetablePdf;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages for people, in Debian's Chromium. */
@RunningSluice
class PagesIT {

  private static final Path SAMPLE = Path.of("docs", "sample.pdf").toAbsolutePath();
  private static final String NASTY = "<img src=x onerror=alert(1)>.pdf";

  private static final String MARKUP = "<script>alert(2)</script><img src=x onerror=alert(3)>";

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
    Path nasty = Files.write(folder.resolve(NASTY), Pdfs.withText(MARKUP));
    Path noPdf = Files.writeString(folder.resolve("notes.pdf"), "no PDF at all");

    // When
    JsonNode seen =
        browser.journey(
            "journey.mjs", port, key, look, SAMPLE.toString(), nasty.toString(), noPdf.toString());

    // Then
    assertThat(seen.path("refused").asText()).isNotBlank();
    assertThat(seen.path("address").asText()).isEqualTo("/app/documents");
    assertThat(texts(seen, "cookies")).containsExactly("sluice-" + port + " Strict");
    assertThat(seen.path("summary").asText()).endsWith(summary);
    assertThat(texts(seen, "uploads")).hasSize(3).anyMatch(row -> row.contains(NASTY));
    assertThat(texts(seen, "documents")).hasSize(2).anyMatch(row -> row.contains(NASTY));
    assertThat(texts(seen, "found")).singleElement().asString().contains("A sample for Sluice");
    assertThat(texts(seen, "hits")).isNotEmpty().allMatch(hit -> hit.matches("(?i)herons?"));
    assertThat(seen.path("text").asText()).contains("Search for the word heron");
    assertThat(texts(seen, "marks")).isNotEmpty().allMatch(mark -> mark.matches("(?i)herons?"));
    assertThat(seen.path("marked").asInt()).as("boxes marked for the block").isEqualTo(1);
    assertThat(texts(seen, "history")).hasSizeGreaterThan(1);
    assertThat(seen.path("markup").asText()).contains(MARKUP);
    assertThat(seen.path("left").asInt()).isEqualTo(1);
    assertThat(texts(seen, "sessions")).singleElement().asString().contains("HeadlessChrome");
    assertThat(seen.path("loggedOut").asBoolean()).isTrue();
  }

  @Test
  void keysAreEnoughAndASessionThatIsOverIsAskedForAgain() throws Exception {
    // Given
    String key =
        keys.create("bob-" + UUID.randomUUID().toString().substring(24), Role.USER, "").secret();

    // When
    JsonNode seen =
        browser.journey(
            "keyboard.mjs", port, key, Browser.Look.WIDE_LIGHT_ENGLISH, SAMPLE.toString());

    // Then
    assertThat(seen.path("block").asText()).isNotBlank();
    assertThat(seen.path("chosen").asText()).isEqualTo("1 chosen");
    assertThat(seen.path("question").asText()).startsWith("Delete this document");
    assertThat(seen.path("expired").asText()).contains("Your session is over");
    assertThat(seen.path("back").asText()).startsWith("/app/documents/");
  }

  @ParameterizedTest
  @EnumSource
  void aStudentGetsFromTheTimetableToACalendarAndSeesWhatTheNextOneChanges(Browser.Look look)
      throws Exception {
    // Given
    String key =
        keys.create("kim-" + UUID.randomUUID().toString().substring(24), Role.USER, "").secret();
    Path first = Files.write(folder.resolve("first.pdf"), lectures("08:30 - 09:20"));
    Path next = Files.write(folder.resolve("next.pdf"), lectures("07:30 - 08:20"));

    // When
    JsonNode seen =
        browser.journey("timetable.mjs", port, key, look, first.toString(), next.toString());

    // Then
    boolean isEnglish = look == Browser.Look.WIDE_LIGHT_ENGLISH;
    assertThat(seen.path("summary").asText())
        .isEqualTo(
            isEnglish
                ? "3 sessions · 2 modules · 1 clash"
                : "3 Termine · 2 Module · 1 Überschneidung");
    assertThat(texts(seen, "clashes"))
        .singleElement()
        .asString()
        .contains("COS110 L1", "COS214 P1 P02");
    assertThat(seen.path("sessions").asInt()).isEqualTo(3);
    assertThat(seen.path("calendar").asText())
        .contains("SUMMARY:Choir", "DTSTART;TZID=Africa/Johannesburg:20270212T083000")
        .doesNotContain("P02");
    assertThat(seen.path("link").asText())
        .matches("http://127[.]0[.]0[.]1:\\d+/calendars/.+[.]ics");
    assertThat(seen.path("warned").asText()).contains("SLUICE_PUBLIC_URL");
    assertThat(texts(seen, "changes")).singleElement().asString().contains("08:30", "07:30");
    assertThat(seen.path("after").asText()).startsWith(isEnglish ? "2 sessions" : "2 Termine");
  }

  private static byte[] lectures(String time) {
    List<List<List<String>>> rows =
        List.of(
            lecture("COS110", "G01", "EL", "L1", "Monday", time),
            lecture("COS214", "P01", "EP", "P1", "Friday", "08:30 - 11:20"),
            lecture("COS214", "P02", "EP", "P1", "Monday", "08:30 - 11:20"));
    return TimetablePdf.draw(TimetableLook.LECTURES, "Lectures", rows);
  }

  private static List<List<String>> lecture(
      String module, String group, String language, String activity, String day, String time) {
    return Stream.of(
            module, "S2", group, language, activity, day, time, "IT 2-26", "HATFIELD", "BSc CS")
        .map(List::of)
        .toList();
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
