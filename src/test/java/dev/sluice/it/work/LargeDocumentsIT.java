package dev.sluice.it.work;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents of more pages than are read as a whole. */
@RunningSluice
class LargeDocumentsIT {

  @LocalServerPort int port;
  @Autowired MeterRegistry meters;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private ApiClient api;

  @BeforeEach
  void connect() {
    api = new ApiClient("http://127.0.0.1:" + port, TestServers.API_KEY);
  }

  @Test
  void aDocumentReadInPartsIsLikeOneReadAsAWhole() {
    // Given
    double before = parts();

    // When
    JsonNode document = completed(50, Set.of());

    // Then
    String id = document.path("id").asText();
    assertThat(document.path("pageCount").asInt()).isEqualTo(50);
    assertThat(document.path("pagesDone").asInt()).isEqualTo(50);
    assertThat(document.path("attempts").asInt()).isEqualTo(1);
    assertThat(textOf(id))
        .isEqualTo(IntStream.rangeClosed(1, 50).mapToObj(n -> "Page " + n).toList());
    JsonNode sizes = api.get(document(id) + "/metadata").json().path("pageSizes");
    assertThat(sizes.findValuesAsText("pages")).containsExactly("50");
    assertThat(parts()).isEqualTo(before + 3);
    assertThat(jdbc.sql("SELECT count(*) FROM split").query(Integer.class).single()).isZero();
  }

  @Test
  void aPoisonousPageInAPartIsAGapOfTheDocument() {
    // When
    JsonNode document = completed(45, Set.of(20));

    // Then
    assertThat(document.path("pagesDone").asInt()).isEqualTo(44);
    assertThat(document.path("gaps").findValuesAsText("from")).containsExactly("20");
    assertThat(document.path("gaps").findValuesAsText("to")).containsExactly("20");
    assertThat(textOf(document.path("id").asText()))
        .hasSize(45)
        .startsWith("Page 1")
        .contains("", "Page 19", "Page 21")
        .endsWith("Page 45");
  }

  private JsonNode completed(int pages, Set<Integer> poisonous) {
    Path pdf = folder.resolve(pages + ".pdf");
    Pdfs.memoryHungry(pdf, pages, poisonous);
    JsonNode document = api.awaitEnd(uploaded(pdf));
    assertThat(document.path("state").asText()).isEqualTo("completed");
    return document;
  }

  private String uploaded(Path pdf) {
    try {
      return api.upload(BodyPublishers.ofFile(pdf), "").text("id");
    } catch (java.io.FileNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> textOf(String id) {
    return List.of(api.get(document(id) + "/text").response().body().split("\f", -1));
  }

  private double parts() {
    return meters.counter("sluice.parts").count();
  }
}
