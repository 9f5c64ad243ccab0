package dev.sluice.it.limits;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Pdfs;
import dev.sluice.fixture.Zips;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.DropFolder;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.ProductionSluice;
import dev.sluice.it.TestServers;
import dev.sluice.it.TusClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;

/** Two replicas of the production jar with limits on. Tokens come back too slowly to matter. */
class LimitsIT {

  private static final String OPS_KEY = "an-ops-key-for-the-limits";
  private static final String PREFIX = "limits-" + UUID.randomUUID() + "/";

  @TempDir static Path folder;
  private static ProductionSluice one;
  private static ProductionSluice other;

  private final String owner = "limits-" + UUID.randomUUID();
  private String key;

  @BeforeAll
  static void start() throws Exception {
    one =
        new ProductionSluice(folder)
            .with("SLUICE_WORK_ENABLED", "false")
            .with("SLUICE_LIMITS_ENABLED", "true")
            .with("SLUICE_LIMITS_CONCURRENT_UPLOADS", "0")
            .with("SLUICE_LIMITS_UPLOADS_PER_MINUTE", "0")
            .with("SLUICE_LIMITS_UPLOADS_PER_HOUR", "3")
            .with("SLUICE_LIMITS_DROPPED_PER_HOUR", "3")
            .with("SLUICE_LIMITS_STATUS_PER_MINUTE", "0")
            .with("SLUICE_LIMITS_STORED_BYTES", "0")
            .with("SLUICE_S3_DROP_BUCKET", "sluice-drop")
            .with("SLUICE_S3_DROP_PREFIX", PREFIX)
            .with("SLUICE_S3_DROP_OWNER", "dropper")
            .with("SLUICE_DROP_LEASE", "1s")
            .with("SLUICE_LIMITS_PLANS_SLOTS_CONCURRENTUPLOADS", "2")
            .with("SLUICE_LIMITS_PLANS_SLOTS_UPLOADSPERHOUR", "0")
            .with("SLUICE_LIMITS_PLANS_SMALL_STOREDBYTES", "5000B")
            .with("SLUICE_LIMITS_PLANS_SMALL_UPLOADSPERHOUR", "0")
            .with("SLUICE_LIMITS_PLANS_CURIOUS_STATUSPERMINUTE", "2")
            .with("SLUICE_LIMITS_PLANS_CURIOUS_READSPERMINUTE", "2")
            .with("SLUICE_LIMITS_PLANS_CURIOUS_IMAGESPERMINUTE", "1")
            .with("SLUICE_LIMITS_PLANS_GOLD_UPLOADSPERHOUR", "0")
            .with("SLUICE_LIMITS_PLANS_GOLD_DROPPEDPERHOUR", "0");
    other = one.replica(folder.resolve("other"));
    one.start().awaitServing();
    other.start().awaitServing();
    addKey("ops", "ops", OPS_KEY);
  }

  @AfterAll
  static void stop() throws Exception {
    one.close();
    other.close();
  }

  @BeforeEach
  void addOwner() {
    key = UUID.randomUUID().toString();
    addKey(owner, "user", key);
  }

  @Test
  void replicasShareAnOwnersLimitAndTellHowFarItIsUsedUp() {
    // When
    Answer first = upload(one);
    upload(other);
    Answer third = upload(one);
    Answer refused = upload(other);

    // Then
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.header("RateLimit-Policy")).isEqualTo("\"uploads-per-hour\";q=3;w=3600");
    assertThat(first.header("RateLimit")).matches("\"uploads-per-hour\";r=2;t=1[12]\\d\\d");
    assertThat(first.header("X-RateLimit-Limit")).isEqualTo("3");
    assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("2");
    assertThat(third.status()).isEqualTo(202);
    assertThat(third.header("X-RateLimit-Remaining")).isEqualTo("0");
    assertRefused(refused, "rate-limited");
    assertThat(refused.header("RateLimit")).startsWith("\"uploads-per-hour\";r=0;t=");
    long wait = Long.parseLong(refused.header("Retry-After"));
    assertThat(wait).isBetween(1000L, 1200L);
    assertThat(refused.header("X-RateLimit-Reset")).isEqualTo(String.valueOf(wait));
    assertThat(refused.json().path("retryAfter").asLong()).isEqualTo(wait);
  }

  @Test
  void ownersAtOneAddressDoNotDisturbEachOther() {
    // Given
    spendAll();
    String neighbour = UUID.randomUUID().toString();
    addKey(owner + "-2", "user", neighbour);

    // When, Then
    assertThat(upload(one.api(neighbour)).status()).isEqualTo(202);
    assertRefused(upload(one), "rate-limited");
  }

  @Test
  void aRefusalComesBeforeTheBody() throws IOException {
    // Given
    spendAll();

    // When, Then
    try (Socket socket = connect(one)) {
      send(socket, head(50_000_000));
      assertThat(answerOf(socket)).startsWith("HTTP/1.1 429").contains("Retry-After: ");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/uploads/",
        "/api/v1/UPLOADS",
        "/api/v1/%75ploads",
        "/%61pi/v1/uploads",
      })
  void noSpellingGetsAroundALimit(String path) {
    // Given
    spendAll();

    // When
    Answer answer =
        api(one).send(api(one).request(path).POST(BodyPublishers.ofByteArray(unique())));

    // Then: refused, or nothing at all
    assertThat(answer.status()).isIn(400, 404, 429);
  }

  @Test
  void whatIsUploadedAtOnceIsCountedOverAllReplicas() throws Exception {
    // Given
    assign("slots");
    try (Socket first = connect(one);
        Socket second = connect(other)) {
      send(first, head(100_000) + "%PDF-1.7\n" + "x".repeat(2000));
      send(second, head(100_000));
      awaitSlots(2);

      // When
      Answer refused = upload(one);

      // Then
      assertRefused(refused, "too-many-uploads");
      assertThat(refused.header("RateLimit-Policy"))
          .isEqualTo("\"concurrent-uploads\";q=2;qu=\"concurrent-requests\"");
      assertThat(refused.header("RateLimit")).isEqualTo("\"concurrent-uploads\";r=0");

      // When: one hangs up half-way
      first.setSoLinger(true, 0);
      first.close();

      // Then
      awaitSlots(1);
      Answer accepted = upload(other);
      assertThat(accepted.status()).isEqualTo(202);
      assertThat(accepted.header("RateLimit")).isEqualTo("\"concurrent-uploads\";r=0");
      awaitSlots(1);
    }
  }

  @Test
  void ofManyUploadsThatBeginAtOnceAsManyPassAsThePlanHas() throws Exception {
    // Given
    assign("slots");
    List<Socket> sockets =
        IntStream.range(0, 8).mapToObj(n -> connect(n % 2 == 0 ? one : other)).toList();

    // When
    List<CompletableFuture<String>> answers =
        sockets.stream()
            .map(
                socket ->
                    AtOnce.start(
                        () -> {
                          send(socket, head(1000));
                          return answerOf(socket);
                        }))
            .toList();

    // Then: six are refused, the others wait for their bodies
    Awaitility.await().until(() -> answers.stream().filter(CompletableFuture::isDone).count() == 6);
    assertThat(answers.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join))
        .allMatch(answer -> answer.startsWith("HTTP/1.1 429"));
    assertThat(slots()).isEqualTo(2);
    for (Socket socket : sockets) {
      socket.close();
    }
    awaitSlots(0);
  }

  @Test
  void theSlotsOfAReplicaThatWasKilledEndWithTheirLease() throws Exception {
    // Given
    assign("slots");
    one.database()
        .sql(
            """
            INSERT INTO upload_slot (owner, number, id, until)
            SELECT ?, n, gen_random_uuid(), now() + interval '1 hour' FROM generate_series(1, 2) n
            """)
        .param(owner)
        .update();
    assertRefused(upload(one), "too-many-uploads");

    // When
    one.database()
        .sql("UPDATE upload_slot SET until = now() WHERE owner = ?")
        .param(owner)
        .update();

    // Then
    assertThat(upload(one).status()).isEqualTo(202);
  }

  @Test
  void whatAnOwnerStoresIsBoundedAndDeletingMakesRoom() {
    // Given: three of them fit
    assign("small");
    byte[] pdf = sized(1500);
    String id = api(one).upload(pdf).text("id");
    api(other).upload(sized(1500));
    api(one).upload(sized(1500));

    // When
    Answer refused = api(other).upload(sized(1500));

    // Then
    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.text("code")).isEqualTo("quota-exceeded");
    assertThat(refused.text("advice")).startsWith("Delete");
    assertThat(api(one).upload(pdf).status()).as("known content needs no room").isEqualTo(200);

    // When
    api(one).delete(document(id));

    // Then
    assertThat(api(other).upload(pdf).status()).isEqualTo(202);
  }

  @Test
  void whatIsCancelledCountsUntilItIsDeleted() {
    // Given
    assign("small");
    String id = api(one).upload(sized(3000)).text("id");
    assertThat(api(one).post(document(id) + "/cancel", "").status()).isEqualTo(202);

    // When, Then
    assertThat(ownerNow().path("storedBytes").asLong()).isEqualTo(3000);
    assertThat(api(other).upload(sized(3000)).status()).isEqualTo(413);
    assertThat(api(one).post(document(id) + "/retry", "").status()).as("is there").isEqualTo(202);

    // When
    assertThat(api(one).delete(document(id)).status()).isEqualTo(204);

    // Then
    assertThat(api(other).upload(sized(3000)).status()).isEqualTo(202);
  }

  @Test
  void anUnfinishedUploadCountsWithAllThatItAnnounced() {
    // Given
    assign("small");
    byte[] pdf = sized(4000);
    TusClient tus = new TusClient(one.address(), key);
    String upload = tus.begin(pdf.length);

    // When, Then
    assertThat(ownerNow().path("storedBytes").asLong()).isEqualTo(4000);
    assertThat(api(other).upload(sized(3000)).status()).isEqualTo(413);
    assertThat(tus.create(4000).text("code")).isEqualTo("quota-exceeded");

    // When: it becomes a document, which counts once
    assertThat(tus.patch(upload, pdf, 0, 2000).status()).isEqualTo(204);
    assertThat(tus.patch(upload, pdf, 2000, 4000).status()).isEqualTo(204);

    // Then
    assertThat(ownerNow().path("storedBytes").asLong()).isEqualTo(4000);

    // When: another is given up
    String another = tus.begin(900);
    assertThat(tus.create(900).status()).isEqualTo(413);
    tus.terminate(another);

    // Then
    Awaitility.await().until(() -> tus.create(900).status() == 201);
  }

  @Test
  void callsOfWebhooksCountAsCalls() {
    // Given
    assign("curious");

    // When
    api(one).get("/api/v1/webhooks");
    api(other).post("/api/v1/webhooks", "{}");

    // Then
    assertRefused(api(one).get("/api/v1/webhooks"), "rate-limited");
    assertRefused(api(one).get("/api/v1/uploads/batches/" + UUID.randomUUID()), "rate-limited");
  }

  @Test
  void uploadsThatComeAtOnceDoNotExceedWhatAnOwnerMayStore() {
    // Given
    assign("small");
    List<byte[]> pdfs = IntStream.range(0, 12).mapToObj(n -> sized(1500)).toList();

    // When
    List<Integer> answers =
        IntStream.range(0, pdfs.size())
            .mapToObj(
                n -> AtOnce.start(() -> api(n % 2 == 0 ? one : other).upload(pdfs.get(n)).status()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    // Then
    assertThat(answers).filteredOn(status -> status == 202).hasSize(3);
    assertThat(answers).filteredOn(status -> status == 413).hasSize(9);
    assertThat(ownerNow().path("storedBytes").asLong()).isEqualTo(4500);
  }

  @Test
  void theFilesOfAZipInPiecesDoNotExceedWhatAnOwnerMayStore() {
    // Given: three of four fit
    assign("small");
    Zips files = new Zips();
    IntStream.range(0, 4).forEach(n -> files.file(n + ".pdf", sized(1500)));
    byte[] zip = files.bytes();
    TusClient first = new TusClient(one.address(), key);
    TusClient second = new TusClient(other.address(), key);

    // When
    String upload = first.begin(zip.length);
    first.patch(upload, zip, 0, 200);
    Answer last = second.patch(upload, zip, 200, zip.length);

    // Then
    assertThat(last.status()).isEqualTo(204);
    JsonNode batch = api(one).get(last.header("Content-Location")).json();
    assertThat(batch.at("/documents/total").asInt()).isEqualTo(3);
    assertThat(batch.at("/refusals/0/fileName").asText()).isEqualTo("3.pdf");
    assertThat(batch.at("/refusals/0/problem/code").asText()).isEqualTo("quota-exceeded");
    assertThat(ownerNow().path("storedBytes").asLong()).isEqualTo(3 * 1500);
  }

  @Test
  void looksAtDocumentsAreLimitedButNeverDeletions() {
    // Given
    assign("curious");
    String id = upload(one).text("id");

    // When
    Answer first = api(one).get(document(id));
    api(other).get(document(id));
    Answer refused = api(one).get(document(id));

    // Then
    assertThat(first.header("RateLimit")).startsWith("\"status-per-minute\";r=1;t=");
    assertRefused(refused, "rate-limited");
    assertThat(api(one).delete(document(id)).status()).isEqualTo(204);
  }

  @Test
  void whatPagesReadAndPicturesCountApart() {
    // Given
    assign("curious");
    String id = upload(one).text("id");

    // When
    Answer image = api(one).get(document(id) + "/pages/1/image?size=1");
    Answer otherImage = api(other).get(document(id) + "/thumbnail?size=1");

    // Then
    assertThat(image.header("RateLimit")).startsWith("\"images-per-minute\";r=0;t=");
    assertRefused(otherImage, "rate-limited");
    Answer list = api(one).get("/api/v1/documents");
    assertThat(list.header("RateLimit")).startsWith("\"reads-per-minute\";r=1;t=");
    assertThat(api(other).get(document(id) + "/pages").status()).isEqualTo(409);
    assertRefused(api(one).get(document(id) + "/text"), "rate-limited");
    assertThat(api(one).get(document(id)).status()).isEqualTo(200);
  }

  @Test
  void theUploadsOfABatchCountAsOne() {
    // Given: three uploads an hour
    String batch = "?batch=" + api(one).post("/api/v1/uploads/batches", "{}").text("id");

    // When: four of a batch, and two others
    Answer first = uploadTo(one, batch);
    uploadTo(other, batch);
    uploadTo(one, batch);
    Answer fourth = uploadTo(other, batch);
    upload(one);
    upload(other);

    // Then
    assertThat(first.status()).isEqualTo(202);
    assertThat(first.header("X-RateLimit-Remaining")).isEqualTo("2");
    assertThat(fourth.status()).isEqualTo(202);
    assertThat(fourth.header("X-RateLimit-Remaining")).isEqualTo("2");
    assertRefused(upload(one), "rate-limited");
    assertThat(uploadTo(one, batch).status()).isEqualTo(202);
    String another = "?batch=" + api(one).post("/api/v1/uploads/batches", "{}").text("id");
    assertRefused(uploadTo(one, another), "rate-limited");
    assertRefused(uploadTo(one, another), "rate-limited");
  }

  private Answer uploadTo(ProductionSluice replica, String query) {
    return api(replica).upload(BodyPublishers.ofByteArray(unique()), query);
  }

  @Test
  void aDroppedFileBeyondThePlanStaysUntilThereIsRoom() {
    try (S3Client s3 = TestServers.storesOfProcesses().s3Client()) {
      // Given
      DropFolder drop = new DropFolder(s3, "sluice-drop");

      // When: five, and three an hour
      for (int n = 0; n < 5; n++) {
        drop.put(PREFIX + n + ".pdf", unique());
      }

      // Then
      Awaitility.await().during(Duration.ofSeconds(3)).until(() -> drop.keys(PREFIX).size() == 2);
      assertThat(drop.keys("error/" + PREFIX)).isEmpty();

      // When
      assertThat(put("dropper", "{\"plan\":\"gold\"}").status()).isEqualTo(200);

      // Then
      Awaitility.await().until(() -> drop.keys(PREFIX).isEmpty());
    }
  }

  @Test
  void opsGiveAnOwnerAnotherPlan() {
    // Given
    spendAll();
    assertRefused(upload(one), "rate-limited");

    // When
    Answer unknown = put("{\"plan\":\"platinum\"}");
    Answer malformed = put("gold");
    Answer assigned = put("{\"plan\":\"gold\"}");

    // Then
    assertThat(unknown.status()).isEqualTo(400);
    assertThat(unknown.text("detail")).contains("curious, default, gold, slots, small");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(assigned.text("plan")).isEqualTo("gold");
    Answer accepted = upload(one);
    assertThat(accepted.status()).isEqualTo(202);
    assertThat(accepted.header("RateLimit")).isNull();

    // And: the other replica hears of it soon
    Awaitility.await().until(() -> upload(other).status() == 202);
  }

  @Test
  void opsSeeHowFarAPlanIsUsedUp() {
    // Given
    byte[] pdf = unique();
    api(one).upload(pdf);

    // When
    JsonNode seen = ownerNow();

    // Then
    assertThat(seen.path("plan").asText()).isEqualTo("default");
    assertThat(seen.path("enforced").asBoolean()).isTrue();
    assertThat(seen.path("limits").path("uploadsPerHour").asInt()).isEqualTo(3);
    assertThat(seen.path("storedBytes").asInt()).isEqualTo(pdf.length);
    assertThat(seen.path("quotas").get(0).path("name").asText()).isEqualTo("uploads-per-hour");
    assertThat(seen.path("quotas").get(0).path("remaining").asInt()).isEqualTo(2);
    assertThat(api(one).get("/api/v1/ops/owners/" + owner).status()).isEqualTo(403);
    assertThat(one.api(OPS_KEY).get("/api/v1/ops/owners/-").status()).isEqualTo(400);
  }

  @Test
  void refusalsAreCounted() {
    spendAll();
    upload(one);

    assertThat(OpsLogin.get(one, "/metrics").body())
        .containsPattern("sluice_limits_refusals_total\\{code=\"rate-limited\"[^}]*} [1-9]");
  }

  private void spendAll() {
    for (int n = 0; n < 3; n++) {
      assertThat(upload(one).status()).isEqualTo(202);
    }
  }

  private ApiClient api(ProductionSluice replica) {
    return replica.api(key);
  }

  private Answer upload(ProductionSluice replica) {
    return upload(api(replica));
  }

  private static Answer upload(ApiClient api) {
    return api.upload(unique());
  }

  /** In both replicas, before either has asked for the owner's plan. */
  private void assign(String plan) {
    assertThat(put("{\"plan\":\"" + plan + "\"}").status()).isEqualTo(200);
  }

  private Answer put(String json) {
    return put(owner, json);
  }

  private static Answer put(String owner, String json) {
    ApiClient ops = one.api(OPS_KEY);
    return ops.send(ops.request("/api/v1/ops/owners/" + owner).PUT(BodyPublishers.ofString(json)));
  }

  private JsonNode ownerNow() {
    return one.api(OPS_KEY).get("/api/v1/ops/owners/" + owner).json();
  }

  private static void addKey(String owner, String role, String secret) {
    one.database()
        .sql(
            """
            INSERT INTO api_key (id, owner, role, label, key_hash)
            VALUES (gen_random_uuid(), ?, ?, '', sha256(convert_to(?, 'UTF8')))
            """)
        .params(owner, role, secret)
        .update();
  }

  private int slots() {
    return one.database()
        .sql("SELECT count(*) FROM upload_slot WHERE owner = ? AND until > now()")
        .param(owner)
        .query(Integer.class)
        .single();
  }

  private void awaitSlots(int count) {
    Awaitility.await().until(() -> slots() == count);
  }

  private static void assertRefused(Answer answer, String code) {
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.text("code")).isEqualTo(code);
    assertThat(answer.text("category")).isEqualTo("transient");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(Long.parseLong(answer.header("Retry-After"))).isPositive();
  }

  private static byte[] unique() {
    return Pdfs.withText(UUID.randomUUID().toString());
  }

  private static byte[] sized(int bytes) {
    String start = "%PDF-1.7\n" + UUID.randomUUID();
    return (start + "x".repeat(bytes - start.length())).getBytes(StandardCharsets.US_ASCII);
  }

  private String head(long length) {
    return String.join(
        "\r\n",
        "POST /api/v1/uploads HTTP/1.1",
        "Host: localhost",
        "Authorization: Bearer " + key,
        "Content-Type: application/pdf",
        "Content-Length: " + length,
        "",
        "");
  }

  private static Socket connect(ProductionSluice replica) {
    try {
      return new Socket("127.0.0.1", replica.port());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String answerOf(Socket socket) {
    try {
      byte[] answer = new byte[4096];
      int length = socket.getInputStream().read(answer);
      return new String(answer, 0, Math.max(0, length), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }
}
