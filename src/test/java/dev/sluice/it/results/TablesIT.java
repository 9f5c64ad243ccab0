package dev.sluice.it.results;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.TablePdf;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunningSluice
class TablesIT {

  @LocalServerPort int port;
  @Autowired ApiKeys keys;

  @Test
  void aTableOnTwoPagesIsAnsweredAsOneInJsonAndCsv() {
    // Given
    String owner = "owner-" + UUID.randomUUID();
    ApiClient api =
        new ApiClient("http://127.0.0.1:" + port, keys.create(owner, Role.USER, "").secret());
    byte[] pdf =
        TablePdf.of(
            "Name|Day|Sum\nada|Monday|1\ngrace|Friday|=2",
            "Name|Day|Sum\nlinus|Sunday|" + UUID.randomUUID());

    // When
    String id = api.upload(pdf).text("id");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
    JsonNode list = api.get(document(id) + "/tables").json().path("items");
    Answer json = api.get(document(id) + "/tables/1");
    Answer csv = api.get(document(id) + "/tables/1?format=csv");

    // Then
    assertThat(list).hasSize(1);
    JsonNode table = list.path(0);
    assertThat(table.path("firstPage").asInt()).isEqualTo(1);
    assertThat(table.path("lastPage").asInt()).isEqualTo(2);
    assertThat(table.path("rows").asInt()).isEqualTo(4);
    assertThat(table.path("headerRows").asInt()).isEqualTo(1);
    JsonNode rows = json.json().path("content");
    assertThat(rows).hasSize(4);
    assertThat(rows.path(3).path("page").asInt()).isEqualTo(2);
    assertThat(rows.path(3).path("cells").findValuesAsText("text")).contains("linus", "Sunday");
    assertThat(csv.response().body())
        .startsWith("Name,Day,Sum\r\nada,Monday,1\r\ngrace,Friday,'=2\r\nlinus,");
    assertThat(csv.header("Content-Type")).startsWith("text/csv");
    assertThat(api.get(document(id) + "/tables/2").status()).isEqualTo(404);
    assertThat(api.get(document(id) + "/tables/0").status()).isEqualTo(400);
    assertThat(api.get(document(id) + "/tables/1?format=pdf").status()).isEqualTo(400);
  }
}
