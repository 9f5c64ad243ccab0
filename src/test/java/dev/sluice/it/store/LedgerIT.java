package dev.sluice.it.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.AtOnce;
import dev.sluice.it.RunningSluice;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentMetadata;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.NewDocument;
import dev.sluice.model.document.Origin;
import dev.sluice.model.document.PageText;
import dev.sluice.model.document.ParserVersion;
import dev.sluice.model.document.Ticket;
import dev.sluice.model.failure.Failure;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.pdf.content.Block;
import dev.sluice.pdf.content.Box;
import dev.sluice.pdf.content.Cell;
import dev.sluice.pdf.content.Flag;
import dev.sluice.pdf.content.PageContent;
import dev.sluice.pdf.content.Table;
import dev.sluice.results.write.ResultWriter;
import dev.sluice.store.ledger.AttemptTerms;
import dev.sluice.store.ledger.DocumentCounts;
import dev.sluice.store.ledger.Ledger;
import dev.sluice.timetable.TimetableFindings;
import dev.sluice.work.FailureJudge;
import dev.sluice.work.FailureRecorder;
import dev.sluice.work.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.core.exception.SdkClientException;

@RunningSluice
class LedgerIT {

  private static final Duration LONG = Duration.ofHours(1);
  private static final Duration OVER = Duration.ZERO;
  private static final Duration SPENT = Duration.ofSeconds(40);
  private static final int ATTEMPTS = 3;

  @Autowired Ledger ledger;
  @Autowired DocumentCounts counts;
  @Autowired ResultWriter results;
  @Autowired FailureJudge judge;
  @Autowired FailureRecorder recorder;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transactions;

  private final NewDocument document = newDocument();

  @AfterEach
  void remove() {
    jdbc.sql("DELETE FROM document WHERE owner = ?").param(document.owner()).update();
  }

  @Test
  void ofManyWorkersOneGetsTheDocument() {
    // Given
    ledger.register(document, LONG);

    // When
    long winners =
        IntStream.range(0, 16).mapToObj(n -> AtOnce.start(this::claimForLong)).toList().stream()
            .map(CompletableFuture::join)
            .filter(claimed -> claimed != null)
            .count();

    // Then
    assertThat(winners).isEqualTo(1);
    assertThat(current().attempts()).isEqualTo(1);
  }

  @Test
  void noStatementMayRunForLong() {
    assertThat(jdbc.sql("SHOW statement_timeout").query(String.class).single()).isEqualTo("10s");
  }

  @Test
  void theSameContentOrKeyIsEnteredOnce() {
    assertThat(ledger.register(document, LONG)).isTrue();
    assertThat(ledger.register(document, LONG)).isFalse();
  }

  @Test
  void aWorkerThatLostItsLeaseCannotWriteResults() {
    // Given
    ledger.register(document, LONG);
    Document slow = ledger.claim(document.id(), terms(OVER)).orElseThrow();
    Document quick = claimForLong();

    // When
    results.store(slow, metadata(), List.of(page("slow")), List.of(), TimetableFindings.NONE);
    results.store(quick, metadata(), List.of(page("quick")), List.of(), TimetableFindings.NONE);
    results.store(quick, metadata(), List.of(page("again")), List.of(), TimetableFindings.NONE);

    // Then
    assertThat(quick.attempts()).isEqualTo(2);
    assertThat(current().state()).isEqualTo(DocumentState.COMPLETED);
    assertThat(
            jdbc.sql("SELECT text FROM page WHERE document_id = ?")
                .param(document.id().value())
                .query(String.class)
                .list())
        .containsExactly("quick");
  }

  @Test
  void whatStandsOnAPageIsStoredWithIt() {
    // Given
    ledger.register(document, LONG);
    Box box = new Box(1, 2, 3, 4);
    Cell cell = new Cell(0, 0, 1, 1, box, "cell", List.of());
    PageContent page =
        new PageContent(
            page("Title").page(),
            List.of(new Block(Block.Kind.HEADING, 1, 0, 5, box, 20, true)),
            List.of(new Table(1, box, true, 1, 1, 0, List.of(1f, 4f), List.of(cell))),
            List.of(new Flag(1, "scanned", "An image.")));

    // When
    results.store(claimForLong(), metadata(), List.of(page), List.of(), TimetableFindings.NONE);

    // Then
    assertThat(stored("SELECT blocks -> 0 ->> 'kind' FROM page")).isEqualTo("HEADING");
    assertThat(stored("SELECT code || ': ' || text FROM page_flag"))
        .isEqualTo("scanned: An image.");
    assertThat(stored("SELECT content #>> '{cells,0,text}' FROM document_table")).isEqualTo("cell");
  }

  private String stored(String query) {
    return jdbc.sql(query + " WHERE document_id = ?")
        .param(document.id().value())
        .query(String.class)
        .single();
  }

  @Test
  void resultsThatCannotBeWrittenLeaveTheDocumentUnfinished() {
    // Given
    ledger.register(document, LONG);
    Document claimed = claimForLong();

    // When: two pages of one number
    try {
      results.store(
          claimed,
          metadata(),
          List.of(page("one"), page("one again")),
          List.of(),
          TimetableFindings.NONE);
    } catch (RuntimeException expected) {
      assertThat(expected).hasMessageContaining("page");
    }

    // Then
    assertThat(current().state()).isEqualTo(DocumentState.PARSING);
  }

  @Test
  void aRenewedLeaseIsKept() {
    // Given
    ledger.register(document, LONG);
    ledger.claim(document.id(), terms(OVER));

    // When
    ledger.renew(List.of(document.id()), LONG);

    // Then
    assertThat(claimForLong()).isNull();
  }

  @Test
  void givingBackTakesTheAttemptBack() {
    // Given
    ledger.register(document, LONG);

    // When
    ledger.giveBack(claimForLong(), OVER);

    // Then
    assertThat(current().attemptsSpent()).isZero();
    assertThat(claimForLong()).isNotNull();
  }

  @Test
  void afterItsLastAttemptADocumentIsNotClaimedAnyMore() {
    // Given
    ledger.register(document, LONG);
    leaveTheLastAttemptToAWorkerThatIsGone();

    // When
    Document claimed = claimForLong();
    ledger.endSpent(ATTEMPTS, Failure.of(FailureCode.ATTEMPTS_SPENT, "gone"));

    // Then
    assertThat(claimed).isNull();
    assertThat(current().state()).isEqualTo(DocumentState.DEAD);
    assertThat(current().failureCode()).isEqualTo("attempts-spent");
  }

  @Test
  void anOutageDoesNotSpendAttemptsButABugDoes() {
    // Given
    ledger.register(document, LONG);

    // When
    failWith(SdkClientException.create("the store is down"));

    // Then
    assertThat(current().attemptsSpent()).isZero();
    assertThat(current().failureCode()).isEqualTo("store-unavailable");

    // When
    for (int n = 0; n < ATTEMPTS; n++) {
      failWith(new IllegalStateException("a bug"));
    }

    // Then
    assertThat(current().state()).isEqualTo(DocumentState.DEAD);
    assertThat(current().attemptsSpent()).isEqualTo(ATTEMPTS);
    assertThat(current().failureCode()).isEqualTo("internal");
  }

  @Test
  void aDayInWhichNobodyWorkedSpendsNothingOfADocumentsTime() {
    // Given: an attempt that failed, one whose worker died, and a day of downtime
    ledger.register(document, LONG);
    ledger.retryLater(
        claimForLong(), Failure.of(FailureCode.ORIGINAL_MISSING, "x"), SPENT, OVER, false);
    claimForLong();

    // When: unseen by the running application's own sweeper
    Document claimed =
        transactions.execute(
            unseen -> {
              setBackADay();
              assertThat(ledger.takeOverdue(ATTEMPTS, 1000, LONG)).contains(document.ticket());
              return claimForLong();
            });

    // Then
    assertThat(claimed.timeSpent()).isEqualTo(SPENT);
    assertThat(claimed.attemptsSpent()).isEqualTo(ATTEMPTS);
  }

  @Test
  void aFinalStateIsNotLeftAgain() {
    // Given
    ledger.register(document, LONG);
    Document claimed = claimForLong();
    ledger.end(claimed, Failure.of(FailureCode.UNREADABLE, "x"));

    // When
    ledger.retryLater(claimed, Failure.of(FailureCode.STORE_UNAVAILABLE, "y"), SPENT, OVER, false);
    ledger.giveBack(claimed, OVER);

    // Then
    assertThat(ledger.complete(claimed, 1, 1, List.of())).isFalse();
    assertThat(claimForLong()).isNull();
    assertThat(current().state()).isEqualTo(DocumentState.INVALID);
  }

  @Test
  void whatIsOverdueIsTakenOverByOneSweeper() {
    // Given
    ledger.register(document, OVER);

    // When
    List<Ticket> taken =
        IntStream.range(0, 8)
            .mapToObj(n -> AtOnce.start(() -> ledger.takeOverdue(ATTEMPTS, 1000, LONG)))
            .toList()
            .stream()
            .flatMap(f -> f.join().stream())
            .filter(ticket -> ticket.documentId().equals(document.id()))
            .toList();

    // Then: by one of these, or by the running application's own
    assertThat(taken).hasSizeLessThanOrEqualTo(1);
    assertThat(ledger.takeOverdue(ATTEMPTS, 1000, LONG)).doesNotContain(document.ticket());
  }

  @Test
  void whatHasSpentItsAttemptsIsNotTakenOver() {
    // Given
    ledger.register(document, LONG);
    leaveTheLastAttemptToAWorkerThatIsGone();

    // When
    List<Ticket> taken = ledger.takeOverdue(ATTEMPTS, 1000, LONG);

    // Then
    assertThat(taken).doesNotContain(document.ticket());
  }

  @Test
  void theBooksBalanceWhateverHappens() {
    // Given
    long before = counts.take().received();
    ledger.register(document, LONG);
    ledger.end(claimForLong(), Failure.of(FailureCode.UNREADABLE, "x"));
    ledger.delete(current());

    // Then
    assertThat(counts.take().received()).isGreaterThan(before);
    assertThat(counts.take().imbalance()).isZero();
  }

  @Test
  void theTallyStaysExactWhileItIsAddedUp() {
    // Given a document that ends, begins again and so on
    ledger.register(document, LONG);
    int changes = 200;

    // When
    List<CompletableFuture<Void>> others =
        IntStream.range(0, 3)
            .mapToObj(n -> AtOnce.start(() -> repeat(changes, counts::addUp)))
            .toList();
    repeat(changes, this::endAndBeginAnew);
    others.forEach(CompletableFuture::join);
    counts.addUp();
    counts.recount();

    // Then
    assertThat(tallyRows()).isLessThan(changes);
    assertThat(counts.take().lost()).isZero();
    assertThat(counts.take().imbalance()).isZero();
  }

  @Test
  void aRowThatIsGoneWithoutATraceIsFoundByTheRecount() {
    // Given: it came and ended, and is not there
    tally("entered", 1);
    tally("invalid", 1);

    // When
    long unseen = counts.take().imbalance();
    counts.recount();
    long seen = counts.take().imbalance();
    tally("entered", -1);
    tally("invalid", -1);
    counts.recount();

    // Then
    assertThat(unseen).isZero();
    assertThat(seen).isEqualTo(1);
    assertThat(counts.take().imbalance()).isZero();
  }

  private void endAndBeginAnew() {
    for (String state : List.of("completed", "received")) {
      jdbc.sql("UPDATE document SET state = ? WHERE id = ?")
          .params(state, document.id().value())
          .update();
    }
  }

  private void tally(String what, int documents) {
    jdbc.sql("INSERT INTO document_tally VALUES (?, ?)").params(what, documents).update();
  }

  private int tallyRows() {
    return jdbc.sql("SELECT count(*) FROM document_tally").query(Integer.class).single();
  }

  private static Void repeat(int times, Runnable action) {
    for (int time = 0; time < times; time++) {
      action.run();
    }
    return null;
  }

  private void leaveTheLastAttemptToAWorkerThatIsGone() {
    jdbc.sql(
            """
            UPDATE document SET state = 'parsing', attempts = :attempts,
                lease_until = now() - interval '1 second'
            WHERE id = :id
            """)
        .param("attempts", ATTEMPTS)
        .param("id", document.id().value())
        .update();
  }

  private void setBackADay() {
    jdbc.sql(
            """
            UPDATE document SET received_at = received_at - interval '1 day',
                started_at = started_at - interval '1 day',
                lease_until = lease_until - interval '1 day'
            WHERE id = ?
            """)
        .param(document.id().value())
        .update();
  }

  private Document claimForLong() {
    return ledger.claim(document.id(), terms(LONG)).orElse(null);
  }

  private static AttemptTerms terms(Duration lease) {
    return new AttemptTerms(lease, ATTEMPTS, new ParserVersion("test"));
  }

  private void failWith(Exception exception) {
    Verdict verdict = judge.judge(claimForLong(), exception);
    if (verdict.delay() == null) {
      recorder.end(verdict);
    } else {
      recorder.retryLater(verdict);
    }
  }

  private Document current() {
    return ledger.find(document.owner(), document.id()).orElseThrow();
  }

  private static NewDocument newDocument() {
    String unique = UUID.randomUUID().toString();
    return new NewDocument(
        DocumentId.next(),
        "ledger-" + unique,
        unique,
        1,
        "a.pdf",
        "application/pdf",
        Origin.HTTP,
        null,
        Lane.BULK,
        "auto",
        null);
  }

  private static DocumentMetadata metadata() {
    return new DocumentMetadata(
        1, null, null, null, null, null, null, null, null, "1.7", false, List.of(), List.of());
  }

  private static PageContent page(String text) {
    return PageContent.of(new PageText(1, 595, 842, 0, text));
  }
}
