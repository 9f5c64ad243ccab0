package dev.sluice.it.results;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happened to documents, as their owners see it. */
@RunningSluice
class HistoryIT {

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;

  @Test
  void aHistoryTellsOfTheEndAndOfWhoBeganItAgain() {
    // Given
    String owner = "owner-" + UUID.randomUUID();
    ApiClient api = client(owner, Role.USER);
    String id = api.upload(Pdfs.zeroPages()).text("id");
    api.awaitEnd(id);

    // When
    api.post(document(id) + "/retry", "");
    awaitKinds(api, id, 2, "invalid");
    client("ops-" + UUID.randomUUID(), Role.OPS)
        .post(
            "/api/v1/ops/replays",
            "{\"dryRun\":false,\"states\":[\"invalid\"],\"owner\":\"" + owner + "\"}");
    awaitKinds(api, id, 3, "invalid");
    jdbc.sql("INSERT INTO document_source VALUES (CAST(? AS uuid), 's3', 's3://drop/again.pdf')")
        .param(id)
        .update();

    // Then
    JsonNode items = api.get(document(id) + "/history").json().path("items");
    assertThat(kinds(items))
        .filteredOn(kind -> !kind.equals("queued")) // a quick worker may be before this note
        .containsExactly(
            "received",
            "parsing",
            "invalid",
            "restarted",
            "parsing",
            "invalid",
            "replayed",
            "parsing",
            "invalid",
            "sent-again");
    assertThat(items.path(0).path("origin").asText()).isEqualTo("http");
    assertThat(items.path(0).has("attempt")).isFalse();
    assertThat(items.path(items.size() - 2).path("code").asText()).isEqualTo("no-pages");
    assertThat(items.path(items.size() - 1).path("source").asText())
        .isEqualTo("s3://drop/again.pdf");
  }

  @Test
  void theHistoryOfOthersDocumentsIsNotThere() {
    String id =
        client("owner-" + UUID.randomUUID(), Role.USER)
            .upload(Pdfs.withText("mine " + UUID.randomUUID()))
            .text("id");

    ApiClient other = client("owner-" + UUID.randomUUID(), Role.USER);

    assertThat(other.get(document(id) + "/history").status()).isEqualTo(404);
  }

  private static void awaitKinds(ApiClient api, String id, int times, String kind) {
    Awaitility.await()
        .until(
            () ->
                kinds(api.get(document(id) + "/history").json().path("items")).stream()
                        .filter(kind::equals)
                        .count()
                    == times);
  }

  private static List<String> kinds(JsonNode items) {
    return items.findValuesAsText("kind");
  }

  private ApiClient client(String owner, Role role) {
    return new ApiClient("http://127.0.0.1:" + port, keys.create(owner, role, "").secret());
  }
}
