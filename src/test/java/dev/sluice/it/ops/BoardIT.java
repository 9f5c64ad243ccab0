package dev.sluice.it.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningSluice
class BoardIT {

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;

  private final String owner = "board-" + UUID.randomUUID();
  private ApiClient ops;
  private ApiClient user;

  @BeforeEach
  void connect() {
    ops = caller(keys.create("ops", Role.OPS, "").secret());
    user = caller(keys.create(owner, Role.USER, "").secret());
  }

  @Test
  void opsSeeHowAllStands() {
    // Given
    user.awaitEnd(user.upload(Pdfs.withText("for the board " + owner)).text("id"));

    // Then
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(stage("store").path("perMinute").asDouble())
                    .as("%s", ops.get("/api/v1/ops/now").response().body())
                    .isPositive());
    JsonNode board = ops.get("/api/v1/ops/now").json();
    assertThat(names(board, "stages"))
        .containsExactly("http", "s3", "sftp", "receive", "queue", "work", "store", "notify");
    assertThat(names(board, "doors")).containsExactly("http", "s3", "sftp");
    assertThat(board.path("doors").path(0).path("open").asBoolean()).isTrue();
    assertThat(names(board, "dependencies")).contains("db", "s3", "kafka");
    assertThat(board.path("dependencies").path(0).path("latencyMillis").asDouble()).isPositive();
    assertThat(board.path("consolePort").asInt()).isPositive().isNotEqualTo(port);
    assertThat(stage("work").path("size").asInt()).isPositive();
    assertThat(stage("queue").path("metric").asText()).contains("publish-ticket");
  }

  @Test
  void theBoardIsForOpsOnly() {
    for (String path : List.of("now", "samples", "owners", "plans")) {
      assertThat(user.get("/api/v1/ops/" + path).status()).as(path).isEqualTo(403);
      assertThat(ops.get("/api/v1/ops/" + path).status()).as(path).isEqualTo(200);
    }
  }

  @Test
  void samplesHoldWhatWasReceivedAndCompletedAndNullWhereNoneWasTaken() {
    // Given
    user.awaitEnd(user.upload(Pdfs.withText("for a sample " + owner)).text("id"));

    // Then
    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonNode series = series("hour");
              assertThat(sum(series, "received")).isPositive();
              assertThat(sum(series, "completed")).isPositive();
              assertThat(sum(series, "p95")).isPositive();
              assertThat(sum(series, "memory")).isPositive();
              assertThat(sum(series, "diskFree")).isPositive();
            });
    JsonNode series = series("day");
    assertThat(series.path("at")).hasSize(144);
    assertThat(series.path("at").path(1).asLong() - series.path("at").path(0).asLong())
        .isEqualTo(600);
    assertThat(series.path("queue")).hasSize(144);
    assertThat(series.path("queue").path(0).isNull()).as("before this test").isTrue();
    assertThat(ops.get("/api/v1/ops/samples?range=year").status()).isEqualTo(400);
  }

  @Test
  void samplesOfReplicasAreSummedUpAndThoseOfAllOfThemTakenOnce() {
    // Given
    String at = "date_trunc('minute', now()) - interval '20 hours'";
    for (String replica : List.of("one", "other")) {
      jdbc.sql(
              "INSERT INTO ops_sample SELECT "
                  + at
                  + ", ?, 3, 5, 1, 1, 2, 7, 2, 0.5, 100, 1000, '{}' ON CONFLICT DO NOTHING")
          .param(replica)
          .update();
    }

    // When
    JsonNode series = series("day");

    // Then
    int point = first(series.path("received"));
    assertThat(series.path("received").path(point).asLong()).isEqualTo(6);
    assertThat(series.path("completed").path(point).asLong()).isEqualTo(5);
    assertThat(series.path("queue").path(point).asDouble()).isEqualTo(7);
    assertThat(series.path("forks").path(point).asDouble()).isEqualTo(4);
    assertThat(series.path("cpu").path(point).asDouble()).isEqualTo(0.5);
  }

  @Test
  void samplesPastTheirTimeAreRemoved() {
    jdbc.sql(
            """
            INSERT INTO ops_sample
            VALUES (now() - interval '26 hours', 'old', 0, 0, 0, NULL, NULL, 0, 0, 0, 0, 0, '{}')
            """)
        .update();

    Awaitility.await()
        .until(
            () ->
                jdbc.sql("SELECT count(*) FROM ops_sample WHERE replica = 'old'")
                        .query(Long.class)
                        .single()
                    == 0);
  }

  @Test
  void ownersAreListedWithTheirLoadInPartsThatMeet() {
    // Given
    user.awaitEnd(user.upload(Pdfs.withText("of an owner " + owner)).text("id"));

    // When
    List<JsonNode> all = all("/api/v1/ops/owners?limit=1000");
    List<JsonNode> inParts = all("/api/v1/ops/owners?limit=7");

    // Then
    assertThat(owners(inParts)).doesNotHaveDuplicates().containsAll(List.of(owner));
    JsonNode mine =
        all.stream().filter(one -> one.path("owner").asText().equals(owner)).findFirst().get();
    assertThat(mine.path("documents").asLong()).isEqualTo(1);
    assertThat(mine.path("bytes").asLong()).isPositive();
    assertThat(mine.path("waiting").asLong()).isZero();
    assertThat(mine.path("plan").asText()).isEqualTo("default");
  }

  @Test
  void plansAreThoseOfTheConfiguration() {
    JsonNode plans = ops.get("/api/v1/ops/plans").json().path("items");

    assertThat(plans.findValuesAsText("name")).contains("default");
    assertThat(plans.path(0).path("limits").path("uploadsPerMinute").asInt()).isEqualTo(5);
  }

  private List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = ops.get(path + cursor).json();
      page.path("items").forEach(items::add);
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : null;
    } while (cursor != null);
    return items;
  }

  private static List<String> owners(List<JsonNode> items) {
    return items.stream().map(item -> item.path("owner").asText()).toList();
  }

  private JsonNode stage(String name) {
    return StreamSupport.stream(
            ops.get("/api/v1/ops/now").json().path("stages").spliterator(), false)
        .filter(stage -> stage.path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode series(String range) {
    return ops.get("/api/v1/ops/samples?range=" + range).json().path("series");
  }

  private static double sum(JsonNode series, String figure) {
    return StreamSupport.stream(series.path(figure).spliterator(), false)
        .mapToDouble(JsonNode::asDouble)
        .sum();
  }

  private static int first(JsonNode values) {
    for (int n = 0; n < values.size(); n++) {
      if (!values.path(n).isNull()) {
        return n;
      }
    }
    throw new AssertionError("no value");
  }

  private static List<String> names(JsonNode board, String list) {
    return StreamSupport.stream(board.path(list).spliterator(), false)
        .map(item -> item.path("name").asText())
        .toList();
  }

  private ApiClient caller(String key) {
    return new ApiClient("http://127.0.0.1:" + port, key);
  }
}
