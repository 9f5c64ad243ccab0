package dev.sluice.it.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.FailedDocuments;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.Ticket;
import dev.sluice.replay.ReplayFeeder;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.store.ledger.DocumentCounts;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Dead letters and replays as ops see them, by the API and at the console. */
@RunningSluice
class ReplayIT {

  private static final String DEAD_LETTERS = "/api/v1/ops/dead-letters";
  private static final String REPLAYS = "/api/v1/ops/replays";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired Ledger ledger;
  @Autowired DocumentCounts counts;
  @Autowired S3Client s3;
  @Autowired ClaimSettings claims;
  @Autowired ReplayFeeder feeder;
  @Autowired CamelContext camel;
  @TempDir Path folder;

  private final String owner = "fails-" + UUID.randomUUID();
  private ApiClient ops;
  private FailedDocuments documents;

  @BeforeEach
  void connect() {
    ops = caller(keys.create("night-shift", Role.OPS, "").secret());
    documents = new FailedDocuments(ledger, jdbc, s3, claims);
  }

  @AfterEach
  void remove() throws Exception {
    jdbc.sql("DELETE FROM document WHERE owner = ?").param(owner).update();
    camel.getRouteController().startRoute("feed-replays");
  }

  @Test
  void bothChannelsAreListedInPartsLastEndedFirst() {
    // Given
    NewDocument first = failed("dead", "parser-crashed");
    NewDocument second = failed("invalid", "unreadable");
    NewDocument third = failed("dead", "internal");

    // When
    Answer part = ops.get(DEAD_LETTERS + "?owner=" + owner + "&limit=2");
    Answer rest =
        ops.get(DEAD_LETTERS + "?owner=" + owner + "&limit=2&cursor=" + part.text("nextCursor"));

    // Then
    assertThat(ids(part)).containsExactly(third.id().toString(), second.id().toString());
    assertThat(ids(rest)).containsExactly(first.id().toString());
    assertThat(rest.json().has("nextCursor")).isFalse();
    JsonNode shown = rest.json().path("items").path(0);
    assertThat(shown.path("failure").path("code").asText()).isEqualTo("parser-crashed");
    assertThat(shown.path("failure").path("advice").asText()).isNotEmpty();
    assertThat(shown.path("owner").asText()).isEqualTo(owner);
    assertThat(shown.path("attempts").asInt()).isEqualTo(3);
    assertThat(ids(ops.get(DEAD_LETTERS + "?state=dead&code=internal&parserVersion=" + owner)))
        .containsExactly(third.id().toString());
    assertThat(ids(ops.get(DEAD_LETTERS + "?to=2020-01-01T00:00:00Z&owner=" + owner))).isEmpty();
  }

  @Test
  void aDeadLetterIsInspectedAndDownloaded() throws Exception {
    // Given
    byte[] pdf = Pdfs.withText("evidence");
    NewDocument dead = documents.ended(owner, pdf, "dead", "parser-crashed");
    String path = DEAD_LETTERS + "/" + dead.id();

    // When
    Answer inspection = ops.get(path);
    Path file = folder.resolve("evidence.pdf");
    ops.download(path + "/original", file);

    // Then
    JsonNode last = inspection.json().path("history").path(1);
    assertThat(last.path("to").asText()).isEqualTo("dead");
    assertThat(last.path("code").asText()).isEqualTo("parser-crashed");
    assertThat(last.path("detail").asText()).isEqualTo("In a test.");
    assertThat(Files.readAllBytes(file)).isEqualTo(pdf);
    assertThat(ops.get(path + "/original").header("Content-Disposition"))
        .startsWith("attachment; filename=");
    assertThat(ops.get(path + "/original").header("Content-Type")).isEqualTo("application/pdf");
  }

  @Test
  void aDocumentThatDidNotFailIsNotDownloadedByOps() {
    NewDocument received = documents.received(owner, Pdfs.withText("private"));

    Answer answer = ops.get(DEAD_LETTERS + "/" + received.id() + "/original");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("state")).isEqualTo("received");
  }

  @Test
  void aDryRunCountsAndChangesNothing() {
    // Given
    NewDocument dead = failed("dead", "internal");
    failed("dead", "internal");
    failed("dead", "parser-crashed");
    failed("invalid", "unreadable");

    // When
    Answer answer = ops.post(REPLAYS, "{\"owner\":\"" + owner + "\",\"dryRun\":true}");

    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("matches").asInt()).isEqualTo(3);
    assertThat(answer.json().path("byCode").toString())
        .isEqualTo("{\"internal\":2,\"parser-crashed\":1}");
    assertThat(ledger.find(owner, dead.id()).orElseThrow().state().label()).isEqualTo("dead");
  }

  @Test
  void aReplayRecoversWhatItCanAndALaterOneTheRest() {
    // Given: two that will be read now, one that still cannot be
    NewDocument mended = failed("dead", "internal");
    failed("dead", "internal");
    NewDocument broken = documents.ended(owner, Pdfs.garbageWithHeader(), "dead", "internal");

    // When
    Answer first = order("\"codes\":[\"internal\"]");

    // Then
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.header("Location")).isEqualTo(REPLAYS + "/" + first.text("id"));
    assertThat(first.json().path("matches").asInt()).isEqualTo(3);
    JsonNode result = awaitFinished(first);
    assertThat(result.path("requested").asInt()).isEqualTo(3);
    assertThat(result.path("started").asInt()).isEqualTo(3);
    assertThat(result.path("recovered").asInt()).isEqualTo(2);
    assertThat(result.path("failedAgain").toString()).isEqualTo("{\"unreadable\":1}");
    assertThat(ledger.find(owner, mended.id()).orElseThrow().attemptsSpent()).isEqualTo(1);
    assertThat(ledger.find(owner, mended.id()).orElseThrow().lane().label()).isEqualTo("bulk");

    // When: the third is mended
    documents.storeOriginal(broken, Pdfs.withText("whole"));
    Answer second = order("\"states\":[\"invalid\"]");

    // Then: each replay keeps its own result
    assertThat(awaitFinished(second).path("recovered").asInt()).isEqualTo(1);
    assertThat(awaitFinished(first)).isEqualTo(result);
    assertThat(counts.take().imbalance()).isZero();

    // Then: the audit knows both
    JsonNode audit = ops.get(REPLAYS + "?limit=1").json();
    assertThat(audit.path("items").path(0).path("id").asText()).isEqualTo(second.text("id"));
    assertThat(audit.path("items").path(0).path("requestedBy").asText()).isEqualTo("night-shift");
    assertThat(audit.path("items").path(0).path("via").asText()).isEqualTo("api");
    assertThat(audit.path("items").path(0).path("criteria").toString())
        .contains("\"states\": [\"invalid\"]".replace(" ", ""), owner);
    assertThat(ids(ops.get(REPLAYS + "?limit=1&cursor=" + audit.path("nextCursor").asText())))
        .containsExactly(first.text("id"));
  }

  @Test
  void noMoreAreStartedThanMayBeInASecondHoweverManyReplicasFeed() throws Exception {
    // Given
    camel.getRouteController().stopRoute("feed-replays");
    for (int n = 0; n < 3; n++) {
      failed("dead", "internal");
    }
    String id = order("\"perSecond\":2").text("id");

    // When: no turn is due
    nextTurn(id, "now() + interval '1 hour'");

    // Then
    assertThat(feeder.takeTurn()).isEmpty();

    // When: one is, and many want it; whoever got it died before the tickets were published
    nextTurn(id, "now()");
    List<Ticket> tickets =
        IntStream.range(0, 8).mapToObj(n -> AtOnce.start(this::feedOnce)).toList().stream()
            .flatMap(turn -> turn.join().stream())
            .toList();
    jdbc.sql("UPDATE document SET lease_until = now() WHERE state = 'received' AND owner = ?")
        .param(owner)
        .update();

    // Then: the sweeper publishes them, the third waits
    assertThat(tickets).hasSize(2);
    Awaitility.await()
        .untilAsserted(
            () -> {
              feeder.noteOutcomes();
              assertThat(result(id).path("recovered").asInt()).isEqualTo(2);
              assertThat(result(id).path("waiting").asInt()).isEqualTo(1);
            });

    // When
    Answer calledOff = ops.delete(REPLAYS + "/" + id);

    // Then
    assertThat(calledOff.json().path("result").path("calledOff").asInt()).isEqualTo(1);
    assertThat(calledOff.json().path("result").path("finished").asBoolean()).isTrue();
    assertThat(calledOff.text("calledOffBy")).isEqualTo("night-shift");
    nextTurn(id, "now()");
    assertThat(feeder.takeTurn()).isEmpty();
  }

  @Test
  void whatIsNotAsItWasFoundIsSkipped() throws Exception {
    // Given: one document in two replays, and one that its owner deletes
    camel.getRouteController().stopRoute("feed-replays");
    failed("dead", "internal");
    NewDocument deleted = failed("dead", "parser-crashed");
    Answer first = order("\"codes\":[\"internal\"]");
    Answer second = order("\"perSecond\":100");
    ledger.delete(ledger.find(owner, deleted.id()).orElseThrow());

    // When
    camel.getRouteController().startRoute("feed-replays");

    // Then
    assertThat(awaitFinished(first).path("recovered").asInt()).isEqualTo(1);
    assertThat(awaitFinished(second).path("skipped").asInt()).isEqualTo(2);
    assertThat(awaitFinished(second).path("started").asInt()).isZero();
  }

  @Test
  void replaysByATypoAreRefusedByName() {
    assertRefused("{\"dryRun\":false}", "Say which");
    assertRefused("{\"code\":\"internal\",\"dryRun\":false}", "There is no field code.");
    assertRefused("{\"codes\":[\"internl\"],\"dryRun\":true}", "internl");
    assertRefused("{\"codes\":[\"internal\"]}", "dryRun");
    assertThat(ops.get(DEAD_LETTERS + "?state=deaf").text("detail")).contains("\"deaf\"");
    assertThat(ops.get(DEAD_LETTERS + "?codes=internal").text("detail")).contains("codes");
    assertThat(ops.get(DEAD_LETTERS + "?cursor=x").text("code")).isEqualTo("malformed-cursor");
    assertThat(ops.get(REPLAYS + "/x").status()).isEqualTo(400);
    assertThat(ops.get(REPLAYS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(ops.delete(REPLAYS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(ops.get(DEAD_LETTERS + "/" + UUID.randomUUID()).status()).isEqualTo(404);
  }

  @Test
  void usersMayNotDoWhatOpsMay() {
    ApiClient user = caller(TestServers.API_KEY);

    assertThat(user.get(DEAD_LETTERS).status()).isEqualTo(403);
    assertThat(user.get(REPLAYS).status()).isEqualTo(403);
    assertThat(user.post(REPLAYS, "{\"all\":true,\"dryRun\":true}").status()).isEqualTo(403);
  }

  @Test
  void theConsoleCanDoTheSame() throws Exception {
    // Given
    NewDocument dead = failed("dead", "internal");
    failed("invalid", "unreadable");

    // Then
    assertThat(atConsole("list", "internal", "", 1000)).contains(dead.id() + "  dead  internal");
    assertThat(atConsole("inspect", dead.id().toString())).contains("\"history\" : [");
    assertThat(json(replayAtConsole("'owner':'" + owner + "','dryRun':true")).path("matches"))
        .hasToString("2");
    assertThatThrownBy(() -> replayAtConsole("'dryRun':true"))
        .rootCause()
        .hasMessageStartingWith("Say which");
    assertThatThrownBy(() -> atConsole("replay", (Object) null))
        .rootCause()
        .hasMessageStartingWith("The body must be JSON: {dryRun");

    // When
    JsonNode one = json(replayAtConsole("'ids':['" + dead.id() + "'],'dryRun':false"));
    JsonNode rest = json(replayAtConsole("'owner':'" + owner + "','perSecond':100,'dryRun':false"));

    // Then
    assertThat(one.path("via").asText()).isEqualTo("console");
    assertThat(rest.path("perSecond").asInt()).isEqualTo(100);
    awaitFinished(rest.path("id").asText());
    assertThat(
            json(atConsole("replayResult", one.path("id").asText()))
                .path("result")
                .path("recovered"))
        .hasToString("1");
    assertThat(atConsole("listReplays")).contains(one.path("id").asText());
    assertThat(atConsole("callOffReplay", one.path("id").asText()))
        .as("too late")
        .doesNotContain("calledOffBy");
  }

  @Test
  void theConsolesFormsSayWhatToFillIn() throws Exception {
    MBeanOperationInfo[] operations = server().getMBeanInfo(name()).getOperations();

    assertThat(operations).hasSize(6);
    for (MBeanOperationInfo operation : operations) {
      assertThat(operation.getDescription()).isNotEqualTo(operation.getName());
      assertThat(operation.getSignature())
          .allSatisfy(parameter -> assertThat(parameter.getDescription()).hasSizeGreaterThan(10));
    }
  }

  private NewDocument failed(String state, String code) {
    return documents.ended(owner, Pdfs.withText("a page"), state, code);
  }

  private Answer order(String more) {
    return ops.post(REPLAYS, "{\"owner\":\"" + owner + "\",\"dryRun\":false," + more + "}");
  }

  private List<Ticket> feedOnce() {
    return feeder.takeTurn();
  }

  private void nextTurn(String replay, String time) {
    jdbc.sql("UPDATE replay SET next_turn_at = " + time + " WHERE id = CAST(? AS uuid)")
        .param(replay)
        .update();
  }

  private JsonNode awaitFinished(Answer replay) {
    return awaitFinished(replay.text("id"));
  }

  private JsonNode awaitFinished(String replay) {
    return Awaitility.await()
        .until(() -> result(replay), result -> result.path("finished").asBoolean());
  }

  private JsonNode result(String replay) {
    return ops.get(REPLAYS + "/" + replay).json().path("result");
  }

  private void assertRefused(String body, String detail) {
    Answer answer = ops.post(REPLAYS, body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).contains(detail);
  }

  private static List<String> ids(Answer list) {
    return list.json().path("items").findValuesAsText("id");
  }

  private static String replayAtConsole(String fields) throws Exception {
    String request = "{" + fields + ",'states':['dead','invalid']}";
    return atConsole("replay", request.replace('\'', '"'));
  }

  private static String atConsole(String operation, Object... arguments) throws Exception {
    MBeanOperationInfo info =
        Arrays.stream(server().getMBeanInfo(name()).getOperations())
            .filter(candidate -> candidate.getName().equals(operation))
            .findFirst()
            .orElseThrow();
    String[] types =
        Arrays.stream(info.getSignature()).map(p -> p.getType()).toArray(String[]::new);
    return (String) server().invoke(name(), operation, arguments, types);
  }

  private static MBeanServer server() {
    return ManagementFactory.getPlatformMBeanServer();
  }

  private static ObjectName name() throws Exception {
    return new ObjectName("sluice:type=DeadLetters");
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }

  private ApiClient caller(String key) {
    return new ApiClient("http://127.0.0.1:" + port, key);
  }
}
