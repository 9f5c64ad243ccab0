package dev.sluice.it.work;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.ApiClient.Answer;
import dev.sluice.it.FailedDocuments;
import dev.sluice.it.RunningSluice;
import dev.sluice.it.TestServers;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.ParserVersion;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.results.write.ResultWriter;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.store.ledger.AttemptTerms;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.store.ledger.OwnerDecisions;
import dev.sluice.timetable.TimetableFindings;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What owners may decide about documents of theirs. */
@RunningSluice
class CancelRetryIT {

  private static final AttemptTerms TERMS =
      new AttemptTerms(Duration.ofHours(1), 3, new ParserVersion("test"));

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired JdbcClient jdbc;
  @Autowired Ledger ledger;
  @Autowired OwnerDecisions decisions;
  @Autowired ResultWriter results;
  @Autowired S3Client s3;
  @Autowired ClaimSettings claims;

  private final String owner = "decides-" + UUID.randomUUID();
  private ApiClient user;
  private FailedDocuments documents;

  @BeforeEach
  void connect() {
    user = caller(keys.create(owner, Role.USER, "").secret());
    documents = new FailedDocuments(ledger, jdbc, s3, claims);
  }

  @AfterEach
  void remove() {
    jdbc.sql("DELETE FROM document WHERE owner = ?").param(owner).update();
  }

  @ParameterizedTest
  @ValueSource(strings = {"received", "queued", "retrying"})
  void aDocumentThatWaitsIsCancelled(String state) {
    // Given
    NewDocument waiting = documents.received(owner, Pdfs.withText("waits"));
    setState(waiting, state);

    // When
    Answer answer = cancel(waiting);

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("state")).isEqualTo("cancelled");
    assertThat(ledger.claim(waiting.id(), TERMS)).isEmpty();
  }

  @Test
  void resultsOfADocumentThatIsCancelledMeanwhileAreDropped() {
    // Given
    NewDocument document = documents.received(owner, Pdfs.withText("is parsed"));
    Document claimed = ledger.claim(document.id(), TERMS).orElseThrow();

    // When
    Answer answer = cancel(document);
    results.store(claimed, metadata(), List.of(), List.of(), TimetableFindings.NONE);

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(get(document).text("state")).isEqualTo("cancelled");
    assertThat(user.get(document(document.id().toString()) + "/text").status()).isEqualTo(409);
  }

  @ParameterizedTest
  @ValueSource(strings = {"completed", "invalid", "dead", "cancelled", "expired"})
  void whatHasEndedIsNotCancelled(String state) {
    NewDocument ended = documents.ended(owner, Pdfs.withText("x"), state, null);

    Answer answer = cancel(ended);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("conflict");
    assertThat(answer.text("state")).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"dead, internal", "invalid, unreadable", "cancelled,"})
  void aDocumentWithoutResultsIsTriedAgainAsIfNothingHadBeenTried(String state, String code) {
    // Given
    NewDocument failed = documents.ended(owner, Pdfs.withText("again"), state, code);

    // When
    Answer answer = retry(failed);

    // Then
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.text("state")).isEqualTo("received");
    assertThat(answer.json().path("attempts").asInt()).isZero();
    assertThat(answer.json().has("failure")).isFalse();
    assertThat(user.awaitEnd(failed.id().toString()).path("state").asText()).isEqualTo("completed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"received", "queued", "parsing", "retrying", "completed", "expired"})
  void whatIsWorkedOnOrOverIsNotTriedAgain(String state) {
    NewDocument document = documents.received(owner, Pdfs.withText("x"));
    setState(document, state);

    Answer answer = retry(document);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("state")).isEqualTo(state);
  }

  @Test
  void aWorkerOfTheTimeBeforeChangesNothingMoreOfADocumentThatBeganAnew() {
    // Given: it was cancelled while it was parsed, and waits again
    NewDocument document = documents.received(owner, Pdfs.withText("is parsed"));
    Document before = ledger.claim(document.id(), TERMS).orElseThrow();
    cancel(document);
    assertThat(decisions.retry(before)).isTrue();
    setState(document, "queued");

    // When
    ledger.retryLater(
        before,
        Failure.of(FailureCode.STORE_UNAVAILABLE, "x"),
        Duration.ZERO,
        Duration.ofHours(1),
        true);
    results.store(before, metadata(), List.of(), List.of(), TimetableFindings.NONE);

    // Then
    assertThat(get(document).text("state")).isEqualTo("queued");
    assertThat(get(document).json().path("attempts").asInt()).isZero();
  }

  @Test
  void withoutItsOriginalNothingIsTriedAgain() {
    NewDocument dead = documents.ended(owner, Pdfs.withText("x"), "dead", "internal");
    documents.loseOriginal(dead);

    Answer answer = retry(dead);

    assertThat(answer.status()).isEqualTo(410);
    assertThat(answer.text("code")).isEqualTo("original-gone");
    assertThat(get(dead).text("state")).isEqualTo("dead");
  }

  @Test
  void aCancelledDocumentStaysSoIfItsContentWasSentAgain() {
    // Given: two documents, of which only the second counts for its content
    NewDocument cancelled = documents.ended(owner, Pdfs.withText("x"), "cancelled", null);
    NewDocument twin = documents.received(owner, Pdfs.withText("x"));
    jdbc.sql("UPDATE document SET sha256 = ? WHERE id = ?")
        .params(cancelled.sha256(), twin.id().value())
        .update();

    // When
    Answer answer = retry(cancelled);

    // Then
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.text("code")).isEqualTo("conflict");
    assertThat(get(cancelled).text("state")).isEqualTo("cancelled");
  }

  @Test
  void anotherOwnersDocumentIsNotThere() {
    NewDocument dead = documents.ended(owner, Pdfs.withText("x"), "dead", "internal");
    ApiClient other = caller(TestServers.API_KEY);
    String path = document(dead.id().toString());

    assertThat(other.post(path + "/cancel", "").status()).isEqualTo(404);
    assertThat(other.post(path + "/retry", "").status()).isEqualTo(404);
    assertThat(get(dead).text("state")).isEqualTo("dead");
  }

  private void setState(NewDocument document, String state) {
    jdbc.sql("UPDATE document SET state = ? WHERE id = ?")
        .params(state, document.id().value())
        .update();
  }

  private Answer get(NewDocument document) {
    return user.get(document(document.id().toString()));
  }

  private Answer cancel(NewDocument document) {
    return user.post(document(document.id().toString()) + "/cancel", "");
  }

  private Answer retry(NewDocument document) {
    return user.post(document(document.id().toString()) + "/retry", "");
  }

  private ApiClient caller(String key) {
    return new ApiClient("http://127.0.0.1:" + port, key);
  }

  private static DocumentMetadata metadata() {
    return new DocumentMetadata(
        1, null, null, null, null, null, null, null, null, "1.7", false, List.of(), List.of());
  }
}
