package dev.sluice.it.store;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.RunningSluice;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.store.ledger.DocumentCounts;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What goes when its time is over, and what stays. */
@RunningSluice
class RetentionIT {

  private static final byte[] PDF = Pdfs.withText("kept for a while");

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired S3Client s3;
  @Autowired ClaimSettings claims;
  @Autowired DocumentCounts counts;

  private final String owner = "owner-" + UUID.randomUUID();
  private ApiClient api;

  @BeforeEach
  void anOwnerOfItsOwn() {
    api = client(keys.create(owner, Role.USER, "").secret());
  }

  @Test
  void anOriginalGoesADayAfterCompletionAndTheResultsStay() {
    // Given
    String id = ended(PDF, "completed");
    assertThat(api.get(document(id)).json().path("expiresAt").isMissingNode()).isTrue();
    assertThat(storedBytes()).isEqualTo(PDF.length);

    // When
    set(id, "completed_at = now() - interval '25 hours'");

    // Then
    Answer gone = awaitStatus(document(id) + "/original", 410);
    assertThat(gone.text("code")).isEqualTo("original-gone");
    Awaitility.await().until(() -> !isStored(id));
    JsonNode view = api.get(document(id)).json();
    assertThat(view.path("originalDeletedAt").asText()).isNotBlank();
    assertThat(view.path("links").has("original")).isFalse();
    assertThat(view.path("state").asText()).isEqualTo("completed");
    assertThat(api.get(document(id) + "/text").response().body()).contains("kept for a while");
    assertThat(storedBytes()).isZero();

    // When
    Answer again = api.upload(PDF);

    // Then
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text("id")).isEqualTo(id);
  }

  @Test
  void theOriginalOfAFailedDocumentStaysUntilTheDocumentExpires() {
    // Given
    String id = ended(Pdfs.truncated(), "invalid", "Idempotency-Key", "mine");
    JsonNode view = api.get(document(id)).json();
    assertThat(Duration.between(instant(view, "completedAt"), instant(view, "expiresAt")))
        .isEqualTo(Duration.ofDays(30));

    // When
    String younger = ended(PDF, "completed");
    set(id, "completed_at = now() - interval '29 days', expires_at = now() + interval '1 day'");
    set(younger, "completed_at = now() - interval '2 days'");
    awaitStatus(document(younger) + "/original", 410); // a pass went by

    // Then
    assertThat(api.get(document(id) + "/original").status()).isEqualTo(200);

    // When
    set(id, "expires_at = now() - interval '1 second'");

    // Then
    assertThat(awaitStatus(document(id) + "/original", 410).text("code"))
        .isEqualTo("document-expired");
    Awaitility.await().until(() -> !isStored(id));
    view = api.get(document(id)).json();
    assertThat(view.path("state").asText()).isEqualTo("expired");
    assertThat(view.path("failure").path("code").asText()).isEqualTo("unreadable");
    assertThat(instant(view, "expiresAt")).isBefore(Instant.now());

    // When
    Answer again = api.upload(Pdfs.truncated(), "Idempotency-Key", "mine");

    // Then
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.text("id")).isNotEqualTo(id);
  }

  @Test
  void anExpiredDocumentLeavesItsRowAndItsHistory() {
    // Given
    String id = ended(PDF, "completed");

    // When
    set(id, "expires_at = now() - interval '1 second'");

    // Then
    assertThat(awaitStatus(document(id) + "/text", 410).text("code")).isEqualTo("document-expired");
    assertThat(count("page", id) + count("document_metadata", id)).isZero();
    assertThat(
            jdbc.sql("SELECT to_state FROM document_event WHERE document_id = ? ORDER BY number")
                .param(UUID.fromString(id))
                .query(String.class)
                .list())
        .startsWith("received")
        .endsWith("completed", "expired");
    assertThat(counts.take().imbalance()).isZero();
  }

  @Test
  void aDocumentThatBeginsAnewHasNoTimeToGo() {
    // Given
    String id = ended(Pdfs.truncated(), "invalid");

    // When: it waits, with a lease that no sweeper takes from it meanwhile
    set(id, "state = 'retrying', completed_at = NULL, lease_until = now() + interval '1 hour'");

    // Then
    assertThat(api.get(document(id)).json().has("expiresAt")).isFalse();
    api.delete(document(id));
  }

  private String ended(byte[] pdf, String state, String... headers) {
    String id = api.upload(pdf, headers).text("id");
    assertThat(api.awaitEnd(id).path("state").asText()).isEqualTo(state);
    return id;
  }

  private Answer awaitStatus(String path, int status) {
    return Awaitility.await().until(() -> api.get(path), answer -> answer.status() == status);
  }

  private void set(String id, String change) {
    jdbc.sql("UPDATE document SET " + change + " WHERE id = ?").param(UUID.fromString(id)).update();
  }

  private long count(String table, String id) {
    return jdbc.sql("SELECT count(*) FROM " + table + " WHERE document_id = ?")
        .param(UUID.fromString(id))
        .query(Long.class)
        .single();
  }

  private boolean isStored(String id) {
    return s3
        .listObjectsV2(
            list -> list.bucket(claims.bucket()).prefix("originals/" + id.substring(0, 4)))
        .contents()
        .stream()
        .anyMatch(object -> object.key().contains(id));
  }

  private long storedBytes() {
    ApiClient ops = client(keys.create("ops", Role.OPS, "").secret());
    return ops.get("/api/v1/ops/owners/" + owner).json().path("storedBytes").asLong();
  }

  private static Instant instant(JsonNode view, String member) {
    return Instant.parse(view.path(member).asText());
  }

  private ApiClient client(String key) {
    return new ApiClient("http://127.0.0.1:" + port, key);
  }
}
