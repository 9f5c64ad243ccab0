package dev.sluice.it.intake;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.Zips;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.MultipartBody;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TusClient;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents that came together, or were put together, have one status. */
@RunningSluice
class BatchIT {

  private static final String BATCHES = "/api/v1/uploads/batches";
  private static final byte[] TEXT = "no pdf".getBytes(StandardCharsets.UTF_8);

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;

  private final String owner = "batch-" + UUID.randomUUID();
  private ApiClient api;
  private TusClient tus;

  @BeforeEach
  void anOwnerOfItsOwn() {
    String key = newKey(owner);
    api = client(key);
    tus = new TusClient("http://127.0.0.1:" + port, key);
  }

  @Test
  void aBatchIsMadeAndHoldsNothing() {
    // When
    Answer made = api.post(BATCHES, "{\"label\":\"march\"}");
    Answer found = api.get(made.header("Location"));
    Answer head = api.send(api.request(made.header("Location")).method("HEAD", nothing()));
    Answer withoutBody = api.send(api.request(BATCHES).POST(nothing()));

    // Then
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo(BATCHES + "/" + made.text("id"));
    assertThat(found.status()).isEqualTo(200);
    assertThat(found.json()).isEqualTo(made.json());
    assertThat(found.text("label")).isEqualTo("march");
    assertThat(found.text("status")).isEqualTo("empty");
    assertThat(found.json().path("done").asBoolean(true)).isFalse();
    assertThat(found.json().at("/documents/total").asInt(-1)).isZero();
    assertThat(found.json().at("/documents/queued").asInt(-1)).isZero();
    assertThat(head.status()).isEqualTo(200);
    assertThat(withoutBody.status()).isEqualTo(201);
    assertThat(withoutBody.json().has("label")).isFalse();
    assertProblem(api.post(BATCHES, "{\"label\":\"" + "x".repeat(201) + "\"}"), 400, "bad-request");
    assertProblem(api.post(BATCHES, "{\"name\":\"a\"}"), 400, "bad-request");
  }

  @Test
  void aFormMakesABatchThatTellsOfRefusedFilesToo() {
    // When
    Answer report =
        sendForm(
            "",
            new MultipartBody()
                .file("files", "a.pdf", pdf())
                .file("files", "b.txt", TEXT)
                .file("files", "c.pdf", pdf()));

    // Then
    assertThat(report.status()).isEqualTo(202);
    assertThat(report.header("Location")).isEqualTo(BATCHES + "/" + report.text("batch"));
    JsonNode batch = awaitDone(report.text("batch"));
    assertThat(batch.path("status").asText()).isEqualTo("partial");
    assertThat(batch.at("/documents/total").asInt()).isEqualTo(2);
    assertThat(batch.at("/documents/completed").asInt()).isEqualTo(2);
    assertThat(batch.path("refused").asInt()).isEqualTo(1);
    JsonNode refusal = batch.at("/refusals/0");
    assertThat(refusal.path("fileName").asText()).isEqualTo("b.txt");
    assertThat(refusal.path("problem"))
        .isEqualTo(report.json().at("/results/1/problem"))
        .isNotEmpty();
    assertThat(listed(batch))
        .containsExactlyInAnyOrder(
            report.json().at("/results/0/id").asText(), report.json().at("/results/2/id").asText());
  }

  @Test
  void aZipMakesABatchOfItsFiles() {
    // When
    Answer report = sendZip("", new Zips().file("in/a.pdf", pdf()).file("in/b.pdf", pdf()).bytes());

    // Then
    JsonNode batch = awaitDone(report.text("batch"));
    assertThat(batch.path("status").asText()).isEqualTo("completed");
    assertThat(batch.at("/documents/total").asInt()).isEqualTo(2);
    assertThat(batch.path("refusals")).isEmpty();
  }

  @Test
  void uploadsByAnyDoorJoinTheBatchThatTheyName() {
    // Given
    String batch = newBatch();
    byte[] piece = pdf();

    // When
    String single = api.upload(BodyPublishers.ofByteArray(pdf()), "?batch=" + batch).text("id");
    Answer form = sendForm("?batch=" + batch, new MultipartBody().file("files", "a.pdf", pdf()));
    Answer zip = sendZip("?batch=" + batch, new Zips().file("b.pdf", pdf()).bytes());
    String upload = tus.begin(piece.length, Map.of("batch", batch));
    Answer last = tus.patch(upload, piece, 0, piece.length);

    // Then
    assertThat(form.text("batch")).isEqualTo(batch);
    assertThat(zip.header("Location")).isEqualTo(BATCHES + "/" + batch);
    assertThat(last.header("Content-Location")).isEqualTo(document(tus.receipt(upload).text("id")));
    JsonNode view = awaitDone(batch);
    assertThat(view.path("status").asText()).isEqualTo("completed");
    assertThat(listed(view))
        .containsExactlyInAnyOrder(
            single,
            form.json().at("/results/0/id").asText(),
            zip.json().at("/results/0/id").asText(),
            tus.receipt(upload).text("id"));
    assertThat(batchesOfMine()).isEqualTo(1);
  }

  @Test
  void aKnownDocumentCountsInEachBatchThatItComesWithAndOnceInEach() {
    // Given
    byte[] known = pdf();
    String id = api.upload(known).text("id");
    String batch = newBatch();

    // When
    Answer again = api.upload(BodyPublishers.ofByteArray(known), "?batch=" + batch);
    api.upload(BodyPublishers.ofByteArray(known), "?batch=" + batch);
    Answer form =
        sendForm(
            "", new MultipartBody().file("files", "a.pdf", known).file("files", "twin.pdf", known));

    // Then
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(id);
    for (String each : List.of(batch, form.text("batch"))) {
      JsonNode view = awaitDone(each);
      assertThat(view.path("status").asText()).isEqualTo("completed");
      assertThat(view.at("/documents/total").asInt()).isEqualTo(1);
      assertThat(listed(view)).containsExactly(id);
    }
  }

  @Test
  void theBatchOfAnotherOwnerDoesNotExistAndTakesNothing() {
    // Given
    String mine = newBatch();
    String key = newKey("stranger-" + UUID.randomUUID());
    ApiClient stranger = client(key);
    TusClient strangersTus = new TusClient("http://127.0.0.1:" + port, key);
    String metadata = "batch " + TusClient.base64(mine.getBytes(StandardCharsets.UTF_8));

    // When, then
    assertProblem(stranger.get(BATCHES + "/" + mine), 404, "not-found");
    assertProblem(
        stranger.upload(BodyPublishers.ofByteArray(pdf()), "?batch=" + mine), 404, "not-found");
    assertProblem(
        stranger.uploadMany(
            "?batch=" + mine,
            "application/zip",
            BodyPublishers.ofByteArray(new Zips().file("a.pdf", pdf()).bytes())),
        404,
        "not-found");
    assertProblem(strangersTus.create(10, "Upload-Metadata", metadata), 404, "not-found");
    assertThat(stranger.get("/api/v1/documents").json().path("items")).isEmpty();
    assertThat(stranger.get("/api/v1/documents?batch=" + mine).json().path("items")).isEmpty();
    assertThat(view(mine).path("status").asText()).isEqualTo("empty");
  }

  @Test
  void whatIsNoIdOfABatchIsRefused() {
    assertProblem(api.get(BATCHES + "/x"), 400, "malformed-id");
    assertProblem(
        api.upload(BodyPublishers.ofByteArray(pdf()), "?batch=march"), 400, "malformed-id");
    assertProblem(api.get("/api/v1/documents?batch=march"), 400, "bad-request");
    assertThat(tus.create(10, "Upload-Metadata", "batch eA==").text("code"))
        .isEqualTo("malformed-id");
  }

  @Test
  void aRefusedFileThatIsSentAgainIsJudgedAnew() {
    // Given
    String batch = newBatch();
    MultipartBody bad =
        new MultipartBody().file("files", "a.pdf", TEXT).file("files", "b.pdf", TEXT);

    // When
    Answer refused = sendForm("?batch=" + batch, bad);

    // Then
    assertProblem(refused, 422, "nothing-accepted");
    assertThat(refused.text("batch")).isEqualTo(batch);
    assertThat(view(batch).path("status").asText()).isEqualTo("failed");
    assertThat(refusedNames(batch)).containsExactly("a.pdf", "b.pdf");

    // When
    sendForm("?batch=" + batch, bad);

    // Then
    assertThat(refusedNames(batch)).containsExactly("a.pdf", "b.pdf");

    // When
    sendForm("?batch=" + batch, new MultipartBody().file("files", "a.pdf", pdf()));

    // Then
    assertThat(refusedNames(batch)).containsExactly("b.pdf");

    // When
    api.upload(BodyPublishers.ofByteArray(pdf()), "?batch=" + batch, "X-File-Name", "b.pdf");

    // Then
    assertThat(refusedNames(batch)).isEmpty();
    assertThat(awaitDone(batch).path("status").asText()).isEqualTo("completed");
  }

  @Test
  void aFormWithoutAnAcceptedFileMakesNoBatch() {
    Answer refused = sendForm("", new MultipartBody().file("files", "a.txt", TEXT));

    assertProblem(refused, 422, "nothing-accepted");
    assertThat(refused.json().has("batch")).isFalse();
    assertThat(batchesOfMine()).isZero();
  }

  @Test
  void aDocumentThatIsDeletedLeavesItsBatch() {
    // Given
    String batch = newBatch();
    String id = api.upload(BodyPublishers.ofByteArray(pdf()), "?batch=" + batch).text("id");
    awaitDone(batch);

    // When
    api.delete(document(id));

    // Then
    assertThat(view(batch).path("status").asText()).isEqualTo("empty");
  }

  @Test
  void aBatchGoesWhenItsTimeIsOverAndNoDocumentOfItIsThere() {
    // Given
    String empty = newBatch();
    String kept = newBatch();
    String gone = newBatch();
    api.upload(BodyPublishers.ofByteArray(pdf()), "?batch=" + kept);
    String expired = api.upload(BodyPublishers.ofByteArray(pdf()), "?batch=" + gone).text("id");
    awaitDone(kept);
    awaitDone(gone);

    // When
    jdbc.sql("UPDATE document SET expires_at = now() - interval '1 second' WHERE id = ?::uuid")
        .param(expired)
        .update();
    Awaitility.await().until(() -> view(gone).path("status").asText().equals("expired"));
    for (String batch : List.of(empty, kept, gone)) {
      jdbc.sql("UPDATE batch SET used_at = now() - interval '31 days' WHERE id = ?::uuid")
          .param(batch)
          .update();
    }

    // Then
    Awaitility.await().until(() -> api.get(BATCHES + "/" + empty).status() == 404);
    Awaitility.await().until(() -> api.get(BATCHES + "/" + gone).status() == 404);
    assertThat(view(kept).path("status").asText()).isEqualTo("completed");
    assertThat(api.get(document(expired)).text("state")).isEqualTo("expired");
  }

  private Answer sendForm(String query, MultipartBody form) {
    return api.uploadMany(query, form.contentType(), BodyPublishers.ofByteArray(form.bytes()));
  }

  private Answer sendZip(String query, byte[] zip) {
    return api.uploadMany(query, "application/zip", BodyPublishers.ofByteArray(zip));
  }

  private String newBatch() {
    return api.post(BATCHES, "{}").text("id");
  }

  private JsonNode view(String batch) {
    return api.get(BATCHES + "/" + batch).json();
  }

  private JsonNode awaitDone(String batch) {
    return Awaitility.await().until(() -> view(batch), view -> view.path("done").asBoolean());
  }

  private List<String> listed(JsonNode batch) {
    JsonNode list = api.get(batch.at("/links/documents").asText()).json();
    return items(list.path("items")).map(item -> item.path("id").asText()).toList();
  }

  private List<String> refusedNames(String batch) {
    return items(view(batch).path("refusals")).map(file -> file.path("fileName").asText()).toList();
  }

  private int batchesOfMine() {
    return jdbc.sql("SELECT count(*) FROM batch WHERE owner = ?")
        .param(owner)
        .query(Integer.class)
        .single();
  }

  private String newKey(String owner) {
    return keys.create(owner, Role.USER, "").secret();
  }

  private ApiClient client(String key) {
    return new ApiClient("http://127.0.0.1:" + port, key);
  }

  private static Stream<JsonNode> items(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static BodyPublisher nothing() {
    return BodyPublishers.noBody();
  }

  private static byte[] pdf() {
    return Pdfs.withText(UUID.randomUUID().toString());
  }

  private static void assertProblem(Answer answer, int status, String code) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.text("code")).isEqualTo(code);
  }
}
