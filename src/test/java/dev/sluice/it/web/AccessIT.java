package dev.sluice.it.web;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.web.access.ApiKey;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningSluice
class AccessIT {

  private static final Duration OVERLAP = Duration.ofMinutes(10);

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;

  private ApiClient user;
  private ApiClient ops;

  @BeforeEach
  void connect() {
    user = caller(keys.create("access-" + UUID.randomUUID(), Role.USER, "").secret());
    ops = caller(keys.create("ops", Role.OPS, "").secret());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/documents",
        "/api/v1/nothing",
        "/api/v1/ops/keys",
        "/api/v2",
        "/elsewhere"
      })
  void nothingIsOpenWithoutAKey(String path) {
    Answer answer = caller(null).get(path);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("code")).isEqualTo("unauthorized");
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, 404, There is no page here",
    "/api/v1/documents, 401, You are not logged in",
    "/api/v1/ops/keys, 401, You are not logged in"
  })
  void aPersonAtABrowserGetsAPageAndNoBareLogin(String path, int status, String title) {
    Answer answer =
        caller(null)
            .send(
                caller(null)
                    .request(path)
                    .header("Accept", "text/html,application/xml;q=0.9,*/*;q=0.8"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
    assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(answer.response().body()).contains("<h1>" + title + "</h1>").doesNotContain(path);
    assertThat(answer.response().headers().allValues("WWW-Authenticate"))
        .noneMatch(challenge -> challenge.startsWith("Basic"));
  }

  @Test
  void aPersonWhoMayNotIsToldSoOnAPage() {
    Answer answer = user.send(user.request("/api/v1/ops/keys").header("Accept", "text/html"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.response().body()).contains("<h1>This is not open to you</h1>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/docs", "/api/docs/", "/api/docs/openapi.yaml", "/"})
  void theDocsAreOpen(String path) {
    assertThat(caller(null).get(path).status()).isIn(200, 302);
  }

  @Test
  void theDocsPageShowsTheContract() {
    assertThat(caller(null).get("/api/docs/").response().body()).contains("swagger-ui");
    assertThat(caller(null).get("/api/docs/openapi.yaml").response().body())
        .contains("operationId: uploadDocument");
    assertThat(caller(null).get("/api/docs/ui/swagger-ui-bundle.js").status()).isEqualTo(200);
  }

  @Test
  void aWrongKeyIsRefused() {
    assertThat(caller("slc_wrong").upload(Pdfs.withText("x")).status()).isEqualTo(401);
    assertThat(caller("").get("/api/v1/documents").status()).isEqualTo(401);
    assertThat(caller("x".repeat(5000)).get("/api/v1/documents").status()).isEqualTo(401);
  }

  @Test
  void aKeyMayComeInItsOwnHeader() {
    String secret = keys.create("header", Role.USER, "").secret();
    HttpRequest.Builder request =
        caller(null).request("/api/v1/documents").GET().header("X-API-Key", secret);

    assertThat(user.send(request).status()).isEqualTo(200);
  }

  @Test
  void anotherOwnersDocumentIsNotThere() {
    // Given
    String id = user.upload(Pdfs.withText("private " + UUID.randomUUID())).text("id");
    user.awaitEnd(id);
    ApiClient other = caller(keys.create("other", Role.USER, "").secret());

    // Then
    for (String part : new String[] {"", "/text", "/pages", "/pages/1", "/metadata", "/original"}) {
      assertThat(other.get(document(id) + part).status()).as(part).isEqualTo(404);
    }
    assertThat(other.delete(document(id)).status()).isEqualTo(404);
    assertThat(other.get("/api/v1/documents?limit=1000").response().body()).doesNotContain(id);
    assertThat(user.get(document(id)).status()).isEqualTo(200);
  }

  @Test
  void twoOwnersMaySendTheSameContent() {
    // Given
    byte[] pdf = Pdfs.withText("shared " + UUID.randomUUID());
    ApiClient other = caller(keys.create("twin", Role.USER, "").secret());

    // When
    Answer first = user.upload(pdf);
    Answer second = other.upload(pdf);

    // Then
    assertThat(second.status()).isEqualTo(202);
    assertThat(second.text("id")).isNotEqualTo(first.text("id"));
  }

  @Test
  void whoChangedWhatStandsInTheAudit() {
    // When
    String owner = "audited-" + UUID.randomUUID();
    Answer key = ops.post("/api/v1/ops/keys", "{\"owner\":\"" + owner + "\"}");
    ApiClient audited = caller(key.text("secret"));
    String id = audited.upload(Pdfs.withText("audited " + owner)).text("id");
    audited.awaitEnd(id);
    audited.delete(document(id));
    audited.delete(document(id)); // which is gone
    audited.post("/api/v1/ops/keys", "{\"owner\":\"me\"}"); // which it may not
    ops.delete("/api/v1/ops/keys/" + key.text("id"));

    // Then
    Awaitility.await()
        .untilAsserted(
            () -> {
              assertThat(audit("target=" + key.text("id")))
                  .containsExactly("204 DELETE /ops/keys/{id}", "201 POST /ops/keys");
              assertThat(audit("actor=" + owner))
                  .containsExactly("403 POST /ops/keys", "204 DELETE /documents/{id}");
            });
    assertThat(ops.get("/api/v1/ops/audit?limit=1").json().path("nextCursor").asText())
        .isNotBlank();
    assertThat(audited.get("/api/v1/ops/audit").status()).isEqualTo(401);
  }

  private List<String> audit(String query) {
    List<String> events = new ArrayList<>();
    ops.get("/api/v1/ops/audit?" + query)
        .json()
        .path("items")
        .forEach(
            event ->
                events.add(event.path("status").asText() + " " + event.path("action").asText()));
    return events;
  }

  @Test
  void opsMakeListAndRevokeKeysWhoseSecretsAreNotKept() {
    // When
    Answer made = ops.post("/api/v1/ops/keys", "{\"owner\":\"ada\",\"label\":\"laptop\"}");

    // Then
    String secret = made.text("secret");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("role")).isEqualTo("user");
    assertThat(caller(secret).get("/api/v1/documents").status()).isEqualTo(200);
    Answer list = ops.get("/api/v1/ops/keys");
    assertThat(list.response().body()).contains(made.text("id")).doesNotContain(secret);
    assertThat(
            jdbc.sql("SELECT count(*) FROM api_key WHERE key_hash = ?")
                .param(secret.getBytes(StandardCharsets.UTF_8))
                .query(Integer.class)
                .single())
        .isZero();

    // When
    Answer revoked = ops.delete("/api/v1/ops/keys/" + made.text("id"));

    // Then
    assertThat(revoked.status()).isEqualTo(204);
    assertThat(caller(secret).get("/api/v1/documents").status()).isEqualTo(401);
    JsonNode items = ops.get("/api/v1/ops/keys").json().path("items");
    assertThat(items.findValuesAsText("id")).contains(made.text("id"));
  }

  @Test
  void aRevokedKeyThatTheConfigurationBringsAlongStaysRevoked() {
    // Given
    String secret = "configured-" + UUID.randomUUID();
    keys.configure("configured", secret, OVERLAP);
    assertThat(caller(secret).get("/api/v1/documents").status()).isEqualTo(200);
    UUID id =
        keys.list().stream().filter(k -> k.owner().equals("configured")).findFirst().get().id();

    // When
    keys.revoke(id);
    keys.configure("configured", secret, OVERLAP);

    // Then
    assertThat(caller(secret).get("/api/v1/documents").status()).isEqualTo(401);
  }

  @Test
  void anotherConfiguredKeyEndsEarlierOnesOfItsOwnerAndNoOthers() {
    // Given
    String owner = "rolling-" + UUID.randomUUID();
    String made = keys.create(owner, Role.USER, "bootstrap").secret();
    String others = "others-" + UUID.randomUUID();
    keys.configure(owner + "-2", others, OVERLAP);
    String first = "first-" + UUID.randomUUID();
    String second = "second-" + UUID.randomUUID();
    keys.configure(owner, first, OVERLAP);

    // When: a replica starts with another key, then one of before again
    ApiKey newer = keys.configure(owner, second, OVERLAP);
    ApiKey earlier = keys.configure(owner, first, OVERLAP);

    // Then: both are good for a while
    assertThat(newer.endsAt()).isNull();
    assertThat(earlier.endsAt())
        .isBetween(Instant.now().plus(OVERLAP.dividedBy(2)), Instant.now().plus(OVERLAP));
    assertGood(first, second, made, others);

    // When: that is over
    keys.configure(owner, "third-" + UUID.randomUUID(), Duration.ZERO);

    // Then
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(caller(second).get("/api/v1/documents").status()).isEqualTo(401));
    assertGood(first, made, others); // which the first start had given its time
    assertThat(ops.get("/api/v1/ops/keys").response().body()).contains("\"endsAt\"");
  }

  private void assertGood(String... secrets) {
    for (String secret : secrets) {
      assertThat(caller(secret).get("/api/v1/documents").status()).isEqualTo(200);
    }
  }

  @Test
  void usersMayNotDoWhatOpsMay() {
    assertThat(user.get("/api/v1/ops/keys").status()).isEqualTo(403);
    assertThat(user.get("/api/v1/ops/keys").text("code")).isEqualTo("forbidden");
    assertThat(user.post("/api/v1/ops/keys", "{\"owner\":\"me\"}").status()).isEqualTo(403);
    assertThat(user.get("/api/v1/OPS/keys").status()).isIn(403, 404);
  }

  @Test
  void theOpsLoginIsGoodForOpsCallsAndLookedAtNowhereElse() {
    // Given
    double looked = logins("good") + logins("bad") + logins("blocked");

    // Then
    assertThat(withPassword("/api/v1/documents", TestServers.OPS_PASSWORD).status()).isEqualTo(401);
    assertThat(withPassword("/api/docs/", "wrong").status()).isEqualTo(200);
    assertThat(withPassword("/calendars/none.ics", "wrong").status()).isEqualTo(404);
    assertThat(withPassword("/", "wrong").status()).isEqualTo(302);
    assertThat(logins("good") + logins("bad") + logins("blocked")).isEqualTo(looked);
    assertThat(withPassword("/api/v1/ops/keys", TestServers.OPS_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void whoeverGuessesHasToWaitAndWhoeverKnowsThePasswordHasNot() {
    // Given
    assertThat(withPassword("/api/v1/ops/keys", TestServers.OPS_PASSWORD).status()).isEqualTo(200);
    double bad = logins("bad");

    // When
    Answer last = null;
    for (int guess = 0; guess < 40; guess++) {
      last = withPassword("/api/v1/ops/keys", "guess-" + guess);
    }

    // Then
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.text("code")).isEqualTo("too-many-logins");
    assertThat(Long.parseLong(last.header("Retry-After"))).isPositive();
    assertThat(logins("bad") - bad).isLessThan(40);
    assertThat(logins("blocked")).isPositive();
    assertThat(withPassword("/elsewhere", "guess").status()).isEqualTo(429);
    assertThat(withPassword("/api/v1/ops/keys", TestServers.OPS_PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void keysThatAreNotValidAreCountedAndKeepNobodyOut() {
    // Given
    double bad = meters.get("sluice.logins").tags("by", "key", "outcome", "bad").counter().count();

    // When
    for (int guess = 0; guess < 40; guess++) {
      assertThat(caller("slc_guess-" + guess).get("/api/v1/documents").status()).isEqualTo(401);
    }

    // Then
    assertThat(meters.get("sluice.logins").tags("by", "key", "outcome", "bad").counter().count())
        .isEqualTo(bad + 40);
    assertThat(user.get("/api/v1/documents").status()).isEqualTo(200);
  }

  private double logins(String outcome) {
    return meters.get("sluice.logins").tags("by", "password", "outcome", outcome).counter().count();
  }

  private Answer withPassword(String path, String password) {
    String login = "ops:" + password;
    String basic =
        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    return ops.send(caller(null).request(path).GET().header("Authorization", basic));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"owner\":\"\"}",
        "{\"owner\":\"a b\"}",
        "{\"owner\":\"a\",\"role\":\"god\"}",
        "{\"owner\":\"a\",\"label\":\"\\u0000\"}"
      })
  void aMalformedRequestForAKeyIsRefused(String body) {
    Answer answer = ops.post("/api/v1/ops/keys", body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("code")).isEqualTo("bad-request");
  }

  @Test
  void revokingWhatIsNotThereIsNotFound() {
    assertThat(ops.delete("/api/v1/ops/keys/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(ops.delete("/api/v1/ops/keys/x").status()).isEqualTo(400);
  }

  private ApiClient caller(String key) {
    return new ApiClient("http://127.0.0.1:" + port, key);
  }
}
