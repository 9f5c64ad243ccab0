package dev.sluice.it.work;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A document of ten pages, of which the fourth and the ninth kill a parser. */
@RunningSluice
class GapsIT {

  @LocalServerPort int port;
  @Autowired MeterRegistry meters;
  @TempDir Path folder;

  private ApiClient api;
  private JsonNode document;
  private String path;

  /** Sent again it is the same document: it is parsed once for all tests. */
  @BeforeEach
  void send() throws Exception {
    api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
    Path pdf = folder.resolve("poisonous.pdf");
    Pdfs.memoryHungry(pdf, 10, Set.of(4, 9));
    document = api.awaitEnd(api.upload(BodyPublishers.ofFile(pdf), "").text("id"));
    path = document(document.path("id").asText());
  }

  @Test
  void itIsCompletedAndNamesItsGaps() {
    assertThat(document.path("state").asText()).isEqualTo("completed");
    assertThat(document.path("pageCount").asInt()).isEqualTo(10);
    assertThat(document.path("pagesDone").asInt()).isEqualTo(8);
    assertThat(document.path("attempts").asInt()).isEqualTo(1);
    assertThat(document.has("failure")).isFalse();
    JsonNode gaps = document.path("gaps");
    assertThat(gaps.findValuesAsText("from")).containsExactly("4", "9");
    assertThat(gaps.findValuesAsText("to")).containsExactly("4", "9");
    assertThat(gaps.findValuesAsText("code")).containsOnly("parser-out-of-memory");
    assertThat(gaps.findValuesAsText("advice")).hasSize(2).noneMatch(String::isBlank);
    assertThat(gaps.findValuesAsText("detail")).hasSize(2).noneMatch(String::isBlank);
  }

  @Test
  void itsTextKeepsThePlaceOfEveryPage() {
    String text = api.get(path + "/text").response().body();

    assertThat(text.split("\f", -1))
        .containsExactly(
            "Page 1", "Page 2", "Page 3", "", "Page 5", "Page 6", "Page 7", "Page 8", "",
            "Page 10");
  }

  @Test
  void aPageInAGapIsNotReadRatherThanNotThere() {
    // When
    Answer missing = api.get(path + "/pages/9");

    // Then
    assertThat(missing.status()).isEqualTo(409);
    assertThat(missing.text("code")).isEqualTo("page-not-read");
    assertThat(missing.text("failure")).isEqualTo("parser-out-of-memory");
    assertThat(api.get(path + "/pages/10").text("text")).isEqualTo("Page 10");
    assertThat(api.get(path + "/pages/11").status()).isEqualTo(404);
    assertThat(api.get(path + "/pages").json().path("items").findValuesAsText("number"))
        .containsExactly("1", "2", "3", "5", "6", "7", "8", "10");
  }

  @Test
  void itIsFoundAmongThoseWithGaps() {
    String id = document.path("id").asText();

    assertThat(idsOf("?gaps=true")).contains(id);
    assertThat(idsOf("?gaps=false&limit=1000")).doesNotContain(id);
  }

  @Test
  void itsMissingPagesAreCounted() {
    assertThat(meters.get("sluice.gaps").tag("code", "parser-out-of-memory").counter().count())
        .isGreaterThanOrEqualTo(2);
  }

  private Iterable<String> idsOf(String query) {
    return api.get("/api/v1/documents" + query).json().path("items").findValuesAsText("id");
  }
}
