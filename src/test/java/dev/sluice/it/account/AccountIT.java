package dev.sluice.it.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import dev.sluice.web.access.ValidKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@RunningSluice
class AccountIT {

  private static final String KEYS = "/api/v1/keys";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired ValidKeys valid;
  @Autowired JdbcClient jdbc;

  private final String owner = "account-" + UUID.randomUUID();
  private ApiClient caller;

  @BeforeEach
  void connect() {
    caller = caller(keys.create(owner, Role.USER, "first").secret());
  }

  @Test
  void anOwnerSeesWhatItMayDoAndWhatItUses() {
    // Given
    byte[] pdf = Pdfs.withText("of an account " + owner);
    caller.awaitEnd(caller.upload(pdf).text("id"));

    // When
    JsonNode account = caller.get("/api/v1/account").json();

    // Then
    assertThat(account.path("owner").asText()).isEqualTo(owner);
    assertThat(account.path("role").asText()).isEqualTo("user");
    assertThat(account.path("plan").asText()).isEqualTo("default");
    assertThat(account.path("limits")).as("limits are off here").isEmpty();
    assertThat(account.path("use").path("bytes").asLong()).isEqualTo(pdf.length);
    assertThat(account.path("use").path("documents").asLong()).isEqualTo(1);
    assertThat(account.path("use").path("unfinished").asLong()).isZero();
    assertThat(account.path("largestPdfBytes").asLong()).isEqualTo(101L << 20);
    assertThat(account.path("reachable").asBoolean()).isFalse();
  }

  @Test
  void anOwnerMakesAKeyUsesItAndRevokesIt() {
    // When
    Answer made = caller.post(KEYS, "{\"label\":\" laptop \"}");

    // Then
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("label")).isEqualTo("laptop");
    assertThat(made.text("owner")).isEqualTo(owner);
    assertThat(made.text("role")).isEqualTo("user");
    ApiClient laptop = caller(made.text("secret"));
    assertThat(laptop.get("/api/v1/documents").status()).isEqualTo(200);
    assertThat(caller.get(KEYS).response().body()).doesNotContain(made.text("secret"));
    assertThat(caller.get(KEYS).json().path("items").findValuesAsText("label"))
        .containsExactly("laptop", "first");

    // and
    assertThat(laptop.delete(KEYS + "/" + made.text("id")).status()).isEqualTo(204);
    Awaitility.await().until(() -> laptop.get("/api/v1/documents").status() == 401);
    assertThat(caller.get(KEYS).json().path("items").findValuesAsText("label"))
        .containsExactly("first");
    assertThat(actions()).containsExactlyInAnyOrder("POST /keys", "DELETE /keys/{id}");
  }

  @Test
  void opsWhoMakeAKeyOfTheirOwnGetOneThatIsNoOps() {
    ApiClient ops = caller(keys.create(owner, Role.OPS, "").secret());

    assertThat(ops.post(KEYS, "{\"label\":\"mine\"}").text("role")).isEqualTo("user");
  }

  @Test
  void theKeysOfOthersAreNotThere() {
    String other = keys.create("other-" + owner, Role.USER, "").id().toString();

    assertThat(caller.delete(KEYS + "/" + other).status()).isEqualTo(404);
    assertThat(caller.get(KEYS).response().body()).doesNotContain(other);
    assertThat(valid.isValid(UUID.fromString(other))).isTrue();
  }

  @Test
  void anOwnerHasTwentyKeysAtMostHoweverManyItAsksForAtOnce() {
    // When
    List<CompletableFuture<Answer>> calls =
        IntStream.range(0, 30)
            .mapToObj(n -> AtOnce.start(() -> caller.post(KEYS, "{\"label\":\"n\"}")))
            .toList();
    calls.forEach(CompletableFuture::join);

    // Then
    assertThat(caller.get(KEYS).json().path("items")).hasSize(20);
    Answer refused = caller.post(KEYS, "{\"label\":\"one more\"}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("code")).isEqualTo("too-many-keys");
  }

  @Test
  void theLastUseOfAKeyIsWrittenOnceAMinute() {
    // Given
    String id = lastUsed("id").asText();
    Instant lately = Instant.now().minusSeconds(30).truncatedTo(ChronoUnit.MILLIS);

    // Then
    setLastUsed(id, lately);
    awaitForgotten();
    assertThat(Instant.parse(lastUsed("lastUsedAt").asText())).isEqualTo(lately);

    // and
    setLastUsed(id, lately.minusSeconds(60));
    awaitForgotten();
    assertThat(Instant.parse(lastUsed("lastUsedAt").asText())).isAfter(lately);
  }

  /** A key is looked up again a second after it was. */
  private void awaitForgotten() {
    Awaitility.await().pollDelay(Duration.ofMillis(1_100)).until(() -> true);
    caller.get(KEYS);
  }

  private JsonNode lastUsed(String field) {
    return caller.get(KEYS).json().path("items").path(0).path(field);
  }

  private void setLastUsed(String id, Instant time) {
    jdbc.sql("UPDATE api_key SET last_used_at = CAST(? AS timestamptz) WHERE id = CAST(? AS uuid)")
        .param(time.toString())
        .param(id)
        .update();
  }

  private List<String> actions() {
    return jdbc.sql("SELECT action FROM audit_event WHERE actor = ?")
        .param(owner)
        .query(String.class)
        .list();
  }

  private ApiClient caller(String key) {
    return new ApiClient("http://127.0.0.1:" + port, key);
  }
}
