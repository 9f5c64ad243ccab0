package dev.sluice.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The claims bucket compared with the ledger. */
@RunningSluice
class ClaimsCheckIT {

  private static final String MARK = "ledger-id";

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired S3Client s3;
  @Autowired ClaimSettings claims;
  @Autowired MeterRegistry meters;

  private ApiClient api;
  private ApiClient ops;

  @BeforeEach
  void callersAndABucketWithoutAnOwner() {
    api = client(keys.create("owner-" + UUID.randomUUID(), Role.USER, "").secret());
    ops = client(keys.create("ops", Role.OPS, "").secret());
    s3.deleteObject(request -> request.bucket(claims.bucket()).key(MARK));
  }

  @Test
  void whatNoRowStandsForGoesWhenItIsOldEnough() throws IOException {
    // Given
    String completed = document("a row stands for it");
    String givenUp = document("its row gave it up before a death");
    jdbc.sql("UPDATE document SET original_deleted_at = now() WHERE id = ?")
        .param(UUID.fromString(givenUp))
        .update();
    String orphan = store(original(UUID.randomUUID().toString()));
    String piece = store("uploads/" + UUID.randomUUID() + "/" + UUID.randomUUID());
    String young = store(original(UUID.randomUUID().toString()));
    String foreign = store("originals/0000/notes.txt");
    for (String key : new String[] {original(completed), original(givenUp), orphan, piece}) {
      makeOld(key);
    }
    makeOld(foreign);

    // When
    check();

    // Then
    assertThat(isStored(orphan) || isStored(piece) || isStored(original(givenUp))).isFalse();
    assertThat(isStored(young) && isStored(foreign) && isStored(original(completed))).isTrue();
    assertThat(meters.get("sluice.claims.orphans").functionCounter().count())
        .isGreaterThanOrEqualTo(3);
  }

  @Test
  void aDocumentWithoutItsOriginalIsCounted() {
    // Given
    String id = document("its original is lost");
    jdbc.sql("UPDATE document SET received_at = now() - interval '2 hours' WHERE id = ?")
        .param(UUID.fromString(id))
        .update();
    remove(original(id));

    // When
    check();

    // Then
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(meters.get("sluice.claims.missing").gauge().value()).isEqualTo(1));
    assertThat(api.get(ApiClient.document(id) + "/original").text("code"))
        .isEqualTo("original-missing");

    // When
    api.delete(ApiClient.document(id));
    Answer before = check();

    // Then
    assertThat(before.json().path("missing").asLong()).isEqualTo(1);
    Awaitility.await()
        .untilAsserted(
            () -> assertThat(meters.get("sluice.claims.missing").gauge().value()).isZero());
  }

  @Test
  void anAuditGivesItsConnectionsBack() {
    check();

    Awaitility.await()
        .untilAsserted(
            () -> assertThat(meters.get("hikaricp.connections.active").gauge().value()).isZero());
  }

  @Test
  void theBucketOfAnotherLedgerIsLeftAlone() throws IOException {
    // Given, when no claims check is under way, as there is one after the first start
    Awaitility.await().until(this::isPutOff);
    s3.putObject(
        put -> put.bucket(claims.bucket()).key(MARK),
        RequestBody.fromString(UUID.randomUUID().toString()));
    String orphan = store(original(UUID.randomUUID().toString()));
    makeOld(orphan);

    // When
    ops.post("/api/v1/ops/claims/audit", "");

    // Then
    Awaitility.await().until(this::isPutOff);
    assertThat(isStored(orphan)).isTrue();
    remove(orphan);
  }

  @Test
  void onlyOpsMayAskForIt() {
    assertThat(api.post("/api/v1/ops/claims/audit", "").status()).isEqualTo(403);
    assertThat(api.post("/api/v1/ops/queue/rebuild", "").status()).isEqualTo(403);
  }

  /** Has a whole claims check done; the answer tells of the one before. */
  private Answer check() {
    String before = endedAt();
    Answer begun = ops.post("/api/v1/ops/claims/audit", "");
    assertThat(begun.status()).isEqualTo(202);
    Awaitility.await().until(() -> !endedAt().equals(before));
    return begun;
  }

  private String endedAt() {
    return jdbc.sql("SELECT coalesce(ended_at::text, '') FROM claim_audit")
        .query(String.class)
        .single();
  }

  private boolean isPutOff() {
    return jdbc.sql("SELECT due_at > now() + interval '1 hour' FROM claim_audit")
        .query(Boolean.class)
        .single();
  }

  private String document(String text) {
    String id = api.upload(Pdfs.withText(text)).text("id");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo("completed");
    return id;
  }

  private static String original(String id) {
    return "originals/" + id.substring(0, 4) + "/" + id + ".pdf";
  }

  private String store(String key) {
    s3.putObject(
        put -> put.bucket(claims.bucket()).key(key), RequestBody.fromString("left behind"));
    return key;
  }

  private void remove(String key) {
    s3.deleteObject(request -> request.bucket(claims.bucket()).key(key));
  }

  private void makeOld(String key) throws IOException {
    Path objects = TestServers.running().dataDir().resolve("s3").resolve("objects");
    Files.setLastModifiedTime(
        objects.resolve(claims.bucket()).resolve(key),
        FileTime.from(Instant.now().minus(Duration.ofDays(2))));
  }

  private boolean isStored(String key) {
    try {
      s3.headObject(head -> head.bucket(claims.bucket()).key(key));
      return true;
    } catch (NoSuchKeyException gone) {
      return false;
    }
  }

  private ApiClient client(String key) {
    return new ApiClient("http://127.0.0.1:" + port, key);
  }
}
