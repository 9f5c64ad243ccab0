package dev.sluice.it.work;

import static dev.sluice.it.ApiClient.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.fixture.Pdfs;
import dev.sluice.it.ApiClient;
import dev.sluice.it.FailedDocuments;
import dev.sluice.it.RunningSluice;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PageText;
import dev.sluice.model.document.ParserVersion;
import dev.sluice.model.document.Part;
import dev.sluice.model.document.PartCost;
import dev.sluice.model.document.PartPlan;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.ForkFrameCodec;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.results.write.PartWriter;
import dev.sluice.store.claimcheck.ClaimSettings;
import dev.sluice.store.ledger.AttemptTerms;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.store.ledger.OverdueParts;
import dev.sluice.store.ledger.OwnerDecisions;
import dev.sluice.store.ledger.Parts;
import dev.sluice.store.ledger.Splits;
import dev.sluice.web.access.ApiKeys;
import dev.sluice.web.access.Role;
import dev.sluice.work.QueueRebuild;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A document of three pages in three parts, which no worker gets until a test hands them out. */
@RunningSluice
class PartsIT {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration OVER = Duration.ZERO;
  private static final Duration SPENT = Duration.ofSeconds(40);
  private static final PartCost COST = new PartCost(10, 1);

  @LocalServerPort int port;
  @Autowired ApiKeys keys;
  @Autowired Ledger ledger;
  @Autowired Splits splits;
  @Autowired Parts parts;
  @Autowired OverdueParts overdue;
  @Autowired PartWriter writer;
  @Autowired OwnerDecisions decisions;
  @Autowired QueueRebuild queue;
  @Autowired ParserVersion parser;
  @Autowired JdbcClient jdbc;
  @Autowired S3Client s3;
  @Autowired ClaimSettings claims;

  private final String owner = "parts-" + UUID.randomUUID();
  private ApiClient api;
  private NewDocument document;
  private Document split;

  @BeforeEach
  void splitADocument() {
    api = new ApiClient("http://127.0.0.1:" + port, keys.create(owner, Role.USER, "").secret());
    document =
        new FailedDocuments(ledger, jdbc, s3, claims)
            .received(owner, Pdfs.withText("one", "two", "three"));
    split = splitBy(parser);
  }

  @AfterEach
  void remove() {
    jdbc.sql("DELETE FROM document WHERE owner = ?").param(owner).update();
  }

  @Test
  void aPartThatFailsIsTriedAgainAloneAndWhatAQueueLosesIsQueuedAgain() {
    // When
    Part failing = claim(2, LONG).orElseThrow();
    parts.retryLater(failing, Failure.of(FailureCode.ORIGINAL_MISSING, "x"), SPENT, LONG, false);

    // Then
    assertThat(states()).containsExactly("queued 0", "retrying 1", "queued 0");
    assertThat(current().state()).isEqualTo(DocumentState.PARSING);
    assertThat(current().attempts()).isEqualTo(split.attempts());

    // When
    jdbc.sql("UPDATE part SET lease_until = now() WHERE document_id = ? AND number = 2")
        .param(document.id().value())
        .update();
    assertThat(queue.rebuild().parts()).isGreaterThanOrEqualTo(2);

    // Then
    assertThat(api.awaitEnd(id()).path("state").asText()).isEqualTo("completed");
    assertThat(api.get(document(id()) + "/text").response().body()).isEqualTo("one\ftwo\fthree");
    assertThat(current().attemptsSpent()).isEqualTo(1);
  }

  @Test
  void theTimeThatFailedAttemptsOfAPartTookIsKept() {
    // Given
    Part failing = claim(2, LONG).orElseThrow();
    parts.retryLater(failing, Failure.of(FailureCode.ORIGINAL_MISSING, "x"), SPENT, OVER, false);

    // When
    Part again = claim(2, LONG).orElseThrow();

    // Then
    assertThat(failing.timeSpent()).isZero();
    assertThat(again.timeSpent()).isEqualTo(SPENT);
  }

  @Test
  void whatIsFoundInAPartIsKeptOnce() {
    // Given
    Part slow = claim(1, OVER).orElseThrow();
    Part quick = claim(1, LONG).orElseThrow();

    // When
    boolean keptLate = keep(slow);
    keep(quick);
    keep(quick);

    // Then
    assertThat(keptLate).isFalse();
    assertThat(quick.attempts()).isEqualTo(2);
    assertThat(claim(1, LONG)).isEmpty();
    assertThat(current().pagesDone()).isEqualTo(1);
    assertThat(states()).containsExactly("done 2", "queued 0", "queued 0");
  }

  @Test
  void afterTheLastPartOneWorkerGathersThemInTheirOrder() {
    // Given
    Part first = claim(1, LONG).orElseThrow();
    Part second = claim(2, LONG).orElseThrow();
    Part third = claim(3, LONG).orElseThrow();

    // When
    assertThat(keep(third)).isFalse();
    assertThat(keep(first)).isFalse();
    assertThat(ledger.claim(document.id(), terms(LONG))).isEmpty();
    assertThat(keep(second)).isTrue();

    // Then the sweeper finds it, as its worker did not gather it at once
    JsonNode end = api.awaitEnd(id());
    assertThat(end.path("state").asText()).isEqualTo("completed");
    assertThat(end.path("attempts").asInt()).isEqualTo(1);
    assertThat(api.get(document(id()) + "/text").response().body())
        .isEqualTo("kept 1\fkept 2\fkept 3");
    assertThat(api.get(document(id()) + "/metadata").text("title")).isEqualTo("Title");
    assertThat(states()).isEmpty();
  }

  @Test
  void partsOfADocumentThatIsCancelledEndQuietlyAndLeaveNothing() {
    // Given
    keep(claim(1, LONG).orElseThrow());
    Part running = claim(2, LONG).orElseThrow();

    // When
    api.post(document(id()) + "/cancel", "");

    // Then
    assertThat(keep(running)).isFalse();
    parts.end(running, Failure.of(FailureCode.UNREADABLE, "x"));
    parts.renew(List.of(running), LONG);
    assertThat(current().state()).isEqualTo(DocumentState.CANCELLED);
    assertThat(states()).isEmpty();
    assertThat(contents()).isZero();
  }

  @Test
  void aWorkerOfTheTimeBeforeTouchesNoPartOfADocumentThatBeganAnew() {
    // Given
    Part before = claim(1, LONG).orElseThrow();
    decisions.cancel(split);
    decisions.retry(split);
    split = splitBy(parser);
    Part now = claim(1, LONG).orElseThrow();
    assertThat(now.attempts()).isEqualTo(before.attempts());

    // When
    parts.giveBack(before, OVER);
    parts.retryLater(before, Failure.of(FailureCode.INTERNAL, "x"), SPENT, LONG, false);
    parts.end(before, Failure.of(FailureCode.INTERNAL, "x"));

    // Then
    assertThat(keep(before)).isFalse();
    assertThat(states()).containsExactly("parsing 1", "queued 0", "queued 0");
  }

  @Test
  void whoeverSplitADocumentHasNoSayInItAnyMore() {
    // When
    ledger.renew(List.of(document.id()), LONG);
    ledger.giveBack(split, OVER);
    ledger.retryLater(split, Failure.of(FailureCode.INTERNAL, "x"), SPENT, LONG, false);
    ledger.end(split, Failure.of(FailureCode.INTERNAL, "x"));

    // Then
    assertThat(splits.split(split, plan(), List.of(new PageRange(1, 3)), LONG)).isFalse();
    assertThat(current().state()).isEqualTo(DocumentState.PARSING);
    assertThat(
            jdbc.sql("SELECT lease_until IS NULL FROM document WHERE id = ?")
                .param(document.id().value())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void aPartThatIsInvalidEndsItsDocument() {
    // Given
    Part part = claim(1, LONG).orElseThrow();

    // When
    parts.end(part, Failure.of(FailureCode.TOO_MUCH_TEXT, "Too much."));

    // Then
    assertThat(current().state()).isEqualTo(DocumentState.INVALID);
    assertThat(current().failureCode()).isEqualTo("too-much-text");
    assertThat(states()).isEmpty();
  }

  @Test
  void aPartWhoseWorkersAllDiedEndsItsDocument() {
    // Given
    for (int n = 0; n < 3; n++) {
      claim(1, OVER).orElseThrow();
    }

    // When
    overdue.endSpent(3, Failure.of(FailureCode.ATTEMPTS_SPENT, "Gone."));

    // Then
    assertThat(current().state()).isEqualTo(DocumentState.DEAD);
    assertThat(current().failureCode()).isEqualTo("attempts-spent");
  }

  @Test
  void whatThePartsBeforeHaveCostCountsForTheNext() {
    keep(claim(1, LONG).orElseThrow());
    keep(claim(2, LONG).orElseThrow());

    assertThat(claim(3, LONG)).map(Part::before).contains(new PartCost(20, 2));
  }

  @Test
  void aDocumentWhosePartsAnotherParserBeganIsSplitAnew() {
    // Given
    decisions.cancel(split);
    decisions.retry(split);
    splitBy(new ParserVersion("an older one"));
    assertThat(claim(1, LONG)).isEmpty();

    // When
    queue.rebuild();

    // Then
    assertThat(api.awaitEnd(id()).path("state").asText()).isEqualTo("completed");
    assertThat(api.get(document(id()) + "/text").response().body()).isEqualTo("one\ftwo\fthree");
  }

  @Test
  void progressIsToldWhileItIsMade() {
    // Given
    Iterator<String> lines = api.lines(document(id()) + "/progress").iterator();
    assertThat(lines.next()).isEqualTo("event: progress");
    assertThat(lines.next())
        .isEqualTo(
            "data: {\"id\":\"%s\",\"state\":\"parsing\",\"pageCount\":3,\"pagesDone\":0}"
                .formatted(id()));

    // When
    keep(claim(1, LONG).orElseThrow());

    // Then
    assertThat(lines.next()).isEmpty();
    assertThat(lines.next()).isEqualTo("event: progress");
    assertThat(lines.next()).contains("\"pagesDone\":1");

    // When
    api.post(document(id()) + "/cancel", "");

    // Then
    assertThat(lines.next()).isEmpty();
    assertThat(lines.next()).isEqualTo("event: end");
    assertThat(lines.next()).contains("\"state\":\"cancelled\"");
    assertThat(lines.next()).isEmpty();
    assertThat(lines).isExhausted();
    assertThat(api.get(document(UUID.randomUUID().toString()) + "/progress").status())
        .isEqualTo(404);
  }

  private Document splitBy(ParserVersion version) {
    Document claimed =
        ledger.claim(document.id(), new AttemptTerms(LONG, 3, version)).orElseThrow();
    List<PageRange> ranges = PageRange.split(3, 1);
    assertThat(splits.split(claimed, plan(), ranges, LONG)).isTrue();
    return claimed;
  }

  private Optional<Part> claim(int number, Duration lease) {
    return parts.claim(document.ticket().ofPart(number), terms(lease));
  }

  private boolean keep(Part part) {
    PageText page = new PageText(part.number(), 1, 1, 0, "kept " + part.number());
    ByteArrayOutputStream frames = new ByteArrayOutputStream();
    try {
      ForkFrameCodec.page(PageContent.of(page)).writeTo(new DataOutputStream(frames));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    InputStream found = new ByteArrayInputStream(frames.toByteArray());
    return writer.keep(part, found, 1, List.of(), COST);
  }

  private AttemptTerms terms(Duration lease) {
    return new AttemptTerms(lease, 3, parser);
  }

  private List<String> states() {
    return jdbc.sql(
            "SELECT state || ' ' || attempts FROM part WHERE document_id = ? ORDER BY number")
        .param(document.id().value())
        .query(String.class)
        .list();
  }

  private int contents() {
    return jdbc.sql("SELECT count(*) FROM part_content WHERE document_id = ?")
        .param(document.id().value())
        .query(Integer.class)
        .single();
  }

  private Document current() {
    return ledger.find(owner, document.id()).orElseThrow();
  }

  private String id() {
    return document.id().toString();
  }

  private static PartPlan plan() {
    return new PartPlan(
        new DocumentMetadata(
            3, "Title", null, null, null, null, null, null, null, "1.7", false, List.of(),
            List.of()),
        true);
  }
}
