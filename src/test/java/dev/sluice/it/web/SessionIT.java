package dev.sluice.it.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.Browser;
import dev.sluice.it.OpsLogin;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.web.access.ApiKey;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import dev.sluice.web.session.Invitations;
import dev.sluice.web.session.LoginSessions;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.web.http.SessionRepositoryFilter;

@RunningSluice
class SessionIT {

  private static final String SESSION = "/api/v1/session";
  private static final String SESSIONS = "/api/v1/sessions";
  private static final String KEYS = "/api/v1/ops/keys";
  private static final String BATCHES = "/api/v1/uploads/batches";
  private static final String WITH_PASSWORD = "{\"password\":\"" + TestServers.OPS_PASSWORD + "\"}";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired Invitations invitations;
  @Autowired LoginSessions sessions;
  @Autowired JdbcClient jdbc;
  @Autowired MeterRegistry meters;
  @Autowired ApplicationContext context;

  private String owner;
  private ApiKey key;
  private Browser browser;

  @BeforeEach
  void makeAKey() {
    owner = "session-" + UUID.randomUUID();
    key = keys.create(owner, Role.USER, "");
    browser = browser();
  }

  @Test
  void whoeverHasAKeyLogsInAndIsItsOwner() {
    // When
    Answer login = browser.logIn(withKey(key));

    // Then
    assertThat(login.status()).isEqualTo(201);
    assertThat(login.text("owner")).isEqualTo(owner);
    assertThat(login.text("role")).isEqualTo("user");
    assertThat(Instant.parse(login.text("expiresAt")))
        .isBetween(
            Instant.now().plus(Duration.ofHours(23)), Instant.now().plus(Duration.ofHours(24)));
    assertThat(login.header("Cache-Control")).isEqualTo("no-store");
    assertThat(browser.get(SESSION).json()).isEqualTo(login.json());
    assertThat(browser.get("/api/v1/documents").status()).isEqualTo(200);
    assertThat(browser.get(KEYS).status()).isEqualTo(403);
    Answer uploaded =
        browser.change("POST", "/api/v1/uploads", pdfText(), "Content-Type", "application/pdf");
    assertThat(uploaded.status()).isEqualTo(202);
    assertThat(client(key.secret()).get(ApiClient.document(uploaded.text("id"))).status())
        .isEqualTo(200);
  }

  private static String pdfText() {
    return new String(Pdfs.withText("by cookie " + UUID.randomUUID()), StandardCharsets.ISO_8859_1);
  }

  @Test
  void theLongestNameOfAnOwnerHasSessions() {
    String longest = owner + "-".repeat(128 - owner.length());

    browser.logIn(withKey(keys.create(longest, Role.USER, "")));

    assertThat(browser.get(SESSIONS).json().path("items")).hasSize(1);
  }

  @Test
  void theCookieIsForThisServerAloneAndForNoScript() {
    String cookie = browser.logIn(withKey(key)).header("Set-Cookie");

    assertThat(parts(cookie).get(0)).startsWith("sluice-" + port + "=");
    assertThat(parts(cookie).subList(1, parts(cookie).size()))
        .contains("Path=/", "Max-Age=86400", "HttpOnly", "SameSite=Strict")
        .noneMatch(part -> part.startsWith("Domain") || part.equals("Secure"));
  }

  private static List<String> parts(String cookie) {
    return Arrays.asList(cookie.split("; "));
  }

  @Test
  void whoeverHasTheOpsPasswordLogsInAsOps() {
    assertThat(browser.logIn(WITH_PASSWORD).text("role")).isEqualTo("ops");
    assertThat(browser.get(KEYS).status()).isEqualTo(200);
    assertThat(browser.change("POST", KEYS, "{\"owner\":\"x\"}").status()).isEqualTo(201);
  }

  @Test
  void anInvitationIsGoodOnceForTheOwnerThatOpsNamed() {
    // Given
    Browser ops = browser();
    ops.logIn(WITH_PASSWORD);
    Answer invitation =
        ops.change("POST", "/api/v1/ops/invitations", "{\"owner\":\"" + owner + "\"}");

    // When
    Answer first = browser.logIn(withInvitation(invitation.text("token")));
    Answer second = browser().logIn(withInvitation(invitation.text("token")));

    // Then
    assertThat(invitation.status()).isEqualTo(201);
    assertThat(Instant.parse(invitation.text("expiresAt")))
        .isBetween(
            Instant.now().plus(Duration.ofMinutes(14)), Instant.now().plus(Duration.ofMinutes(15)));
    assertThat(invitation.text("url"))
        .isEqualTo("http://127.0.0.1:" + port + "/app/#invitation=" + invitation.text("token"));
    assertThat(first.text("owner")).isEqualTo(owner);
    assertThat(first.text("role")).isEqualTo("user");
    assertThat(second.status()).isEqualTo(401);
    assertThat(browser.change("POST", "/api/v1/ops/invitations", "{\"owner\":\"me\"}").status())
        .isEqualTo(403);
  }

  @Test
  void anInvitationIsOverAfterItsTimeAndThenRemoved() {
    // Given
    String token = invitations.inviteToThisMachine(owner).token();
    jdbc.sql("UPDATE invitation SET expires_at = now() - interval '1 s' WHERE owner = ?")
        .param(owner)
        .update();

    // When
    Answer late = browser.logIn(withInvitation(token));
    invitations.expire();

    // Then
    assertThat(late.status()).isEqualTo(401);
    assertThat(count("SELECT count(*) FROM invitation WHERE owner = ?", owner)).isZero();
  }

  @Test
  void anInvitationToThisMachineIsNotGoodByWayOfAProxy() {
    // Given
    String token = invitations.inviteToThisMachine(owner).token();

    // When
    Answer byProxy =
        browser.ask(
            "POST",
            SESSION,
            withInvitation(token),
            "Content-Type",
            "application/json",
            "X-Forwarded-For",
            "127.0.0.1");

    // Then
    assertThat(byProxy.status()).isEqualTo(401);
    assertThat(browser.logIn(withInvitation(token)).status()).isEqualTo(201);
  }

  @Test
  void whatChangesSomethingByCookieNeedsTheToken() {
    // Given
    browser.logIn(withKey(key));

    // When
    Answer without = browser.ask("POST", BATCHES, "{}");
    Answer wrong = browser.ask("POST", BATCHES, "{}", "X-CSRF-Token", "wrong");
    Answer with = browser.change("POST", BATCHES, "{}");

    // Then
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.text("code")).isEqualTo("csrf-token-required");
    assertThat(without.text("detail")).contains("X-CSRF-Token");
    assertThat(wrong.status()).isEqualTo(403);
    assertThat(with.status()).isEqualTo(201);
    assertThat(browser.ask("DELETE", SESSION, "").status()).isEqualTo(403);
    assertThat(browser.ask("DELETE", "/api/v1/documents/" + UUID.randomUUID(), "").status())
        .isEqualTo(403);
    assertThat(browser.get(SESSION).status()).isEqualTo(200);
  }

  @Test
  void anUploadInPiecesByCookieNeedsTheTokenWhateverItsMethodSays() {
    // Given
    browser.logIn(withKey(key));
    String uploads = "/api/v1/uploads/resumable";
    String[] begin = {"Tus-Resumable", "1.0.0", "Upload-Length", "10"};

    // When
    Answer without = browser.ask("POST", uploads, "", begin);
    Answer with = browser.change("POST", uploads, "", begin);
    String upload = with.header("Location").replaceFirst("^https?://[^/]+", "");
    String[] piece = {
      "Tus-Resumable",
      "1.0.0",
      "Upload-Offset",
      "0",
      "Content-Type",
      "application/offset+octet-stream",
      "X-HTTP-Method-Override",
      "PATCH"
    };
    Answer piecesWithout = browser.ask("GET", upload, "", piece);
    Answer piecesWith = browser.change("POST", upload, "%PDF-", piece);

    // Then
    assertThat(without.text("code")).isEqualTo("csrf-token-required");
    assertThat(with.status()).isEqualTo(201);
    assertThat(piecesWithout.status()).isEqualTo(403);
    assertThat(piecesWith.status()).isEqualTo(204);
  }

  @Test
  void aKeyInTheRequestCountsInPlaceOfTheCookieAndNeedsNoToken() {
    // Given
    browser.logIn(withKey(key));
    String other = keys.create("other-" + owner, Role.USER, "").secret();
    String bearer = "Bearer " + other;

    // Then
    assertThat(browser.get(SESSION, "Authorization", bearer).text("owner"))
        .isEqualTo("other-" + owner);
    assertThat(browser.get(SESSION, "X-API-Key", other).json().has("csrfToken")).isFalse();
    assertThat(browser.ask("POST", BATCHES, "{}", "Authorization", bearer).status()).isEqualTo(201);
    assertThat(browser.get(SESSION, "Authorization", "Bearer wrong").status()).isEqualTo(401);
    assertThat(browser.ask("DELETE", SESSION, "", "Authorization", bearer).status()).isEqualTo(404);
    assertThat(browser.get(SESSION).text("owner")).isEqualTo(owner);
  }

  @Test
  void requestsWithAKeyOrTheOpsLoginMakeNoSession() {
    // Given
    long before = count("SELECT count(*) FROM spring_session");

    // When
    Answer byKey = client(key.secret()).get("/api/v1/documents");
    Answer byLogin =
        client(null).send(client(null).request(KEYS).GET().header("Authorization", OpsLogin.BASIC));

    // Then
    assertThat(byKey.response().headers().map()).doesNotContainKey("set-cookie");
    assertThat(byLogin.status()).isEqualTo(200);
    assertThat(byLogin.response().headers().map()).doesNotContainKey("set-cookie");
    assertThat(count("SELECT count(*) FROM spring_session")).isEqualTo(before);
    assertThat(context.getBeansOfType(SessionRepositoryFilter.class)).isEmpty();
  }

  @Test
  void afterLoggingOutTheCookieIsGoodForNothing() {
    // Given
    browser.logIn(withKey(key));

    // When
    Answer out = browser.change("DELETE", SESSION, "");

    // Then
    assertThat(out.status()).isEqualTo(204);
    assertThat(parts(out.header("Set-Cookie")))
        .contains("sluice-" + port + "=", "Max-Age=0", "Path=/");
    assertThat(browser.get(SESSION).status()).isEqualTo(401);
    assertThat(browser.get(SESSION).text("code")).isEqualTo("unauthorized");
  }

  @Test
  void anOwnerSeesItsSessionsAndEndsThem() {
    // Given
    Browser phone = browser();
    phone.logIn(withKey(key));
    browser.logIn(withKey(key));
    Browser stranger = browser();
    stranger.logIn(withKey(keys.create("stranger-" + owner, Role.USER, "")));

    // When
    JsonNode items = browser.get(SESSIONS).json().path("items");

    // Then
    assertThat(items).hasSize(2);
    assertThat(items.get(0).path("current").asBoolean()).isTrue();
    assertThat(items.get(1).path("current").asBoolean()).isFalse();
    assertThat(items.get(1).path("by").asText()).isEqualTo("key");
    assertThat(items.get(1).path("userAgent").asText()).startsWith("Java");
    assertThat(items.toString()).doesNotContain(phone.cookie().split("\\.")[1]);
    String ofPhone = SESSIONS + "/" + items.get(1).path("id").asText();
    assertThat(stranger.change("DELETE", ofPhone, "").status()).isEqualTo(404);
    assertThat(phone.get(SESSION).status()).isEqualTo(200);
    assertThat(browser.change("DELETE", ofPhone, "").status()).isEqualTo(204);
    assertThat(browser.change("DELETE", ofPhone, "").status()).isEqualTo(404);
    assertThat(browser.change("DELETE", SESSIONS + "/x", "").status()).isEqualTo(400);
    assertThat(phone.get(SESSION).status()).isEqualTo(401);
    assertThat(browser.get(SESSIONS).json().path("items")).hasSize(1);
  }

  @Test
  void opsSeeTheSessionsOfAllAndEndThem() {
    // Given
    browser.logIn(withKey(key));
    browser().logIn(withKey(key));
    Browser ops = browser();
    ops.logIn(WITH_PASSWORD);
    String all = "/api/v1/ops/sessions";

    // When
    JsonNode newest = ops.get(all + "?limit=1").json();
    JsonNode first = ops.get(all + "?limit=1&owner=" + owner).json();
    JsonNode second =
        ops.get(all + "?owner=" + owner + "&cursor=" + first.path("nextCursor").asText()).json();

    // Then
    assertThat(newest.at("/items/0/current").asBoolean()).isTrue();
    assertThat(first.at("/items/0/owner").asText()).isEqualTo(owner);
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.has("nextCursor")).isFalse();
    String ofOwner = all + "/" + second.at("/items/0/id").asText();
    assertThat(browser.get(all).status()).isEqualTo(403);
    assertThat(browser.change("DELETE", ofOwner, "").status()).isEqualTo(403);
    assertThat(ops.change("DELETE", ofOwner, "").status()).isEqualTo(204);
    assertThat(ops.change("DELETE", ofOwner, "").status()).isEqualTo(404);
    assertThat(browser.get(SESSION).status()).isEqualTo(401);
  }

  @Test
  void loginsAndTheEndOfSessionsStandInTheAudit() {
    // When
    Answer login = browser.logIn(withKey(key));
    browser().logIn("{\"key\":\"slc_wrong\"}");
    browser.change("DELETE", SESSION, "");

    // Then
    Browser ops = browser();
    ops.logIn(WITH_PASSWORD);
    Awaitility.await()
        .untilAsserted(
            () -> {
              JsonNode events =
                  ops.get("/api/v1/ops/audit?target=" + login.text("id")).json().path("items");
              assertThat(events.findValuesAsText("action"))
                  .containsExactly("DELETE /session", "POST /session by key");
              assertThat(events.findValuesAsText("actor")).containsOnly(owner);
            });
  }

  @Test
  void anotherLoginBeginsAnotherSessionAndEndsTheOneBefore() {
    // Given
    browser.logIn(withKey(key));
    String before = browser.cookie();

    // When
    browser.logIn(withKey(key));

    // Then
    assertThat(browser.cookie().split("\\."))
        .doesNotContainAnyElementsOf(Arrays.asList(before.split("\\.")));
    assertThat(browser.get(SESSIONS).json().path("items")).hasSize(1);
  }

  @Test
  void aBrowsersOwnCookieIsNeverMadeASession() {
    // Given
    String forged = UUID.randomUUID() + "." + "A".repeat(43);

    // When
    Answer answer =
        client(null)
            .send(
                client(null)
                    .request(SESSION)
                    .header("Cookie", "sluice-" + port + "=" + forged)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(withKey(key))));

    // Then
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.header("Set-Cookie"))
        .doesNotContain(forged.split("\\.")[0], forged.split("\\.")[1]);
  }

  @Test
  void anIdWithoutItsSecretIsNoSession() {
    browser.logIn(withKey(key));
    String id = browser.cookie().split("\\.")[0];

    for (String forged :
        List.of(id, id + ".", id + "." + "A".repeat(43), "' OR 1=1", "x".repeat(4000))) {
      Answer answer =
          client(null)
              .send(
                  client(null)
                      .request(SESSION)
                      .GET()
                      .header("Cookie", "sluice-" + port + "=" + forged));
      assertThat(answer.status()).as(forged).isEqualTo(401);
    }
  }

  @Test
  void aRevokedKeyEndsTheSessionsThatItBegan() {
    // Given
    browser.logIn(withKey(key));
    Browser other = browser();
    other.logIn(withKey(keys.create(owner, Role.USER, "")));

    // When
    keys.revoke(key.id());

    // Then
    assertThat(browser.get(SESSION).status()).isEqualTo(401);
    assertThat(other.get(SESSION).status()).isEqualTo(200);
    assertThat(other.get(SESSIONS).json().path("items")).hasSize(1);
  }

  @Test
  void aSessionEndsWithItsTimeHoweverOftenItIsUsedAndIsRemoved() {
    // Given
    Answer login = browser.logIn(withKey(key));
    String id = login.text("id");
    long hour = Duration.ofHours(1).toMillis();

    // When: it was begun an hour earlier
    jdbc.sql(
            "UPDATE spring_session SET creation_time = creation_time - :hour,"
                + " last_access_time = last_access_time - :hour, expiry_time = expiry_time - :hour"
                + " WHERE session_id = :id")
        .param("hour", hour)
        .param("id", id)
        .update();

    // Then: a use is noted, and its end stays
    Instant end = Instant.parse(login.text("expiresAt")).minusMillis(hour);
    assertThat(Instant.parse(browser.get(SESSION).text("expiresAt"))).isEqualTo(end);
    JsonNode item = browser.get(SESSIONS).json().path("items").get(0);
    assertThat(Instant.parse(item.path("lastUsedAt").asText()))
        .isAfter(Instant.now().minus(Duration.ofMinutes(1)));
    assertThat(Instant.parse(item.path("expiresAt").asText())).isEqualTo(end);

    // When: its time is over
    jdbc.sql("UPDATE spring_session SET last_access_time = 0, expiry_time = 0 WHERE session_id = ?")
        .param(id)
        .update();
    Answer late = browser.get(SESSION);
    sessions.expire();

    // Then
    assertThat(late.status()).isEqualTo(401);
    assertThat(count("SELECT count(*) FROM spring_session WHERE session_id = ?", id)).isZero();
  }

  @Test
  void aUseThatFollowsAtOnceWritesNothing() {
    // Given
    String id = browser.logIn(withKey(key)).text("id");
    String version = "SELECT xmin::text FROM spring_session WHERE session_id = ?";
    String before = jdbc.sql(version).param(id).query(String.class).single();

    // When
    browser.get(SESSION);
    browser.get("/api/v1/documents");

    // Then
    assertThat(jdbc.sql(version).param(id).query(String.class).single()).isEqualTo(before);
  }

  @Test
  void anOwnersOldestSessionMakesRoom() {
    // Given
    browser.logIn(withKey(key));

    // When
    for (int login = 0; login < 20; login++) {
      browser().logIn(withKey(key));
    }

    // Then
    assertThat(browser.get(SESSION).status()).isEqualTo(401);
    assertThat(client(key.secret()).get(SESSIONS).json().path("items")).hasSize(20);
  }

  @Test
  void theDatabaseHasNoSecret() {
    // Given
    Answer login = browser.logIn(withKey(key));
    Browser ops = browser();
    ops.logIn(WITH_PASSWORD);
    String invitation = invitations.inviteToThisMachine(owner).token();

    // When
    List<String> kept = new ArrayList<>();
    kept.addAll(
        jdbc.sql("SELECT convert_from(attribute_bytes, 'UTF8') FROM spring_session_attributes")
            .query(String.class)
            .list());
    kept.addAll(
        jdbc.sql("SELECT row_to_json(i)::text FROM invitation i").query(String.class).list());

    // Then
    for (String secret :
        List.of(
            browser.cookie().split("\\.")[1],
            login.text("csrfToken"),
            key.secret(),
            TestServers.OPS_PASSWORD,
            invitation)) {
      assertThat(kept).noneMatch(text -> text.contains(secret));
    }
  }

  @Test
  void whoeverGuessesThePasswordHasToWaitHereToo() {
    // Given
    assertThat(browser.logIn(WITH_PASSWORD).status()).isEqualTo(201);
    double bad = bad("password");

    // When
    Answer last = null;
    for (int guess = 0; guess < 40; guess++) {
      last = browser().logIn("{\"password\":\"guess-" + guess + "\"}");
    }

    // Then
    assertThat(last.status()).isEqualTo(429);
    assertThat(last.text("code")).isEqualTo("too-many-logins");
    assertThat(Long.parseLong(last.header("Retry-After"))).isPositive();
    assertThat(bad("password") - bad).isLessThan(40);
    assertThat(browser.logIn(WITH_PASSWORD).status()).isEqualTo(201);
  }

  @Test
  void whatIsWrongIsRefusedWithTheReason() {
    double bad = bad("key");
    Answer key = browser.logIn("{\"key\":\"slc_wrong\"}");

    assertThat(key.status()).isEqualTo(401);
    assertThat(key.text("detail")).contains("API key");
    assertThat(key.response().headers().map()).doesNotContainKey("set-cookie");
    assertThat(bad("key")).isEqualTo(bad + 1);
    assertThat(browser.logIn("{\"password\":\"" + "x".repeat(512) + "\"}").status()).isIn(401, 429);
    assertThat(browser.logIn("{\"invitation\":\"sli_wrong\"}").text("detail"))
        .contains("invitation");
    assertThat(
            browser.ask("POST", SESSION, withKey(this.key), "Content-Type", "text/plain").status())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"key\":\"\"}",
        "{\"key\":null}",
        "{\"key\":\"a\",\"password\":\"b\"}",
        "{\"key\":\"a\",\"user\":\"b\"}"
      })
  void aLoginBringsOneThing(String body) {
    assertThat(browser.logIn(body).status()).isEqualTo(400);
  }

  private double bad(String by) {
    return meters.get("sluice.logins").tags("by", by, "outcome", "bad").counter().count();
  }

  private long count(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(Long.class).single();
  }

  private static String withKey(ApiKey key) {
    return "{\"key\":\"" + key.secret() + "\"}";
  }

  private static String withInvitation(String token) {
    return "{\"invitation\":\"" + token + "\"}";
  }

  private Browser browser() {
    return new Browser("http://127.0.0.1:" + port);
  }

  private ApiClient client(String key) {
    return new ApiClient("http://127.0.0.1:" + port, key);
  }
}
