package dev.sluice.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.fixture.Failures;
import dev.sluice.model.document.Assignment;
import dev.sluice.model.document.Document;
import dev.sluice.model.document.DocumentId;
import dev.sluice.model.document.DocumentState;
import dev.sluice.model.document.Lane;
import dev.sluice.model.document.Origin;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.Part;
import dev.sluice.model.document.PartCost;
import dev.sluice.model.failure.FailureClassifier;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.work.Verdict.Outcome;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailureJudgeTest {

  private static final int ATTEMPTS = 3;
  private static final int OUTAGES = 2;
  private static final Duration DEADLINE = Duration.ofMinutes(5);
  private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));

  private final FailureClassifier classifier = Failures.classifier();
  private final WorkCircuit circuit =
      new WorkCircuit(classifier, Failures.unheard(), new StopSignal(), Clock.systemUTC());
  private final Leases leases = new Leases(null, null, settings());
  private final FailureJudge judge = new FailureJudge(classifier, circuit, leases, settings());

  @Test
  void whatMayGoWellAnotherTimeIsTriedAgainInTheLaneOfItsFailures() {
    assertThat(verdictOn(document(1, 0), FailureCode.ORIGINAL_MISSING))
        .extracting(Verdict::outcome, Verdict::lane, Verdict::delay)
        .containsExactly(Outcome.RETRIED, RetryLane.FIRST, Duration.ofSeconds(5));
    assertThat(verdictOn(document(3, 1), FailureCode.PARSER_CRASHED))
        .extracting(Verdict::outcome, Verdict::lane, Verdict::delay)
        .containsExactly(Outcome.RETRIED, RetryLane.SECOND, Duration.ofSeconds(10));
  }

  @Test
  void aPartIsTriedAgainByItself() {
    Document whole = document(3, 0);
    Part part =
        new Part(whole, 7, new PageRange(601, 700), null, PartCost.NONE, 1, 0, 0, Duration.ZERO);

    Verdict verdict = verdictOn(part, FailureCode.ORIGINAL_MISSING);

    assertThat(verdict.outcome()).isEqualTo(Outcome.RETRIED);
    assertThat(verdict.lane()).isEqualTo(RetryLane.FIRST);
    assertThat(verdict.ticket().part()).isEqualTo(7);
    assertThat(verdict.ticket().notBefore()).isAfter(Instant.now());
  }

  @Test
  void afterTheLastAttemptADocumentIsDead() {
    assertThat(verdictOn(document(ATTEMPTS, 0), FailureCode.INTERNAL).outcome())
        .isEqualTo(Outcome.DEAD);
  }

  @Test
  void whenFailedAttemptsTookTheDeadlineInAllThereIsNoFurtherOne() {
    Document spent = document(2, 0, DEADLINE);

    assertThat(verdictOn(spent, FailureCode.ORIGINAL_MISSING).outcome()).isEqualTo(Outcome.DEAD);
  }

  @Test
  void timeInWhichNobodyWorkedOnADocumentIsNotCounted() {
    Document fromYesterday = document(2, 0, DEADLINE.minusSeconds(60));

    Verdict verdict = verdictOn(fromYesterday, FailureCode.ORIGINAL_MISSING);

    assertThat(verdict.outcome()).isEqualTo(Outcome.RETRIED);
    assertThat(verdict.timeSpent()).isEqualTo(DEADLINE.minusSeconds(60));
  }

  @Test
  void theTimeOfAnAttemptCountsUnlessItIsForgiven() {
    Document document = document(1, 0);
    leases.hold(document);

    assertThat(verdictOn(document, FailureCode.ORIGINAL_MISSING).timeSpent()).isPositive();
    assertThat(verdictOn(document, FailureCode.STORE_UNAVAILABLE).timeSpent()).isZero();
  }

  @Test
  void aDocumentThatIsAtFaultIsInvalidAtOnceAndPoisonIsDeadAtOnce() {
    assertThat(verdictOn(document(1, 0), FailureCode.UNREADABLE).outcome())
        .isEqualTo(Outcome.INVALID);
    assertThat(verdictOn(document(1, 0), FailureCode.PARSER_STALLED).outcome())
        .isEqualTo(Outcome.DEAD);
    assertThat(circuit.outage()).isEmpty();
  }

  @Test
  void anOutageIsForgivenAndPausesAllWork() {
    Verdict verdict = verdictOn(document(ATTEMPTS, 0), FailureCode.STORE_UNAVAILABLE);

    assertThat(verdict.outcome()).isEqualTo(Outcome.POSTPONED);
    assertThat(circuit.outage())
        .get()
        .extracting(WorkCircuit.Outage::code)
        .isEqualTo(FailureCode.STORE_UNAVAILABLE);
  }

  @Test
  void aFullDiskIsAnOutage() {
    Verdict verdict =
        judge.judge(document(1, 0), new IOException("write: No space left on device"));

    assertThat(verdict.outcome()).isEqualTo(Outcome.POSTPONED);
    assertThat(verdict.failure().code()).isEqualTo(FailureCode.DISK_FULL);
  }

  @Test
  void aDocumentWithAnOutageOfItsOwnIsNotForgivenForEver() {
    assertThat(verdictOn(document(OUTAGES + 1, OUTAGES), FailureCode.STORE_UNAVAILABLE).outcome())
        .isEqualTo(Outcome.RETRIED);
    assertThat(
            verdictOn(document(OUTAGES + ATTEMPTS, OUTAGES), FailureCode.STORE_UNAVAILABLE)
                .outcome())
        .isEqualTo(Outcome.DEAD);
  }

  @Test
  void whenSluiceStopsADocumentIsGivenBack() {
    assertThat(verdictOn(document(1, 0), FailureCode.SHUTTING_DOWN).outcome())
        .isEqualTo(Outcome.GIVEN_BACK);
  }

  private Verdict verdictOn(Assignment document, FailureCode code) {
    return judge.judge(document, new FailureException(code, "as the test says"));
  }

  private static Document document(int attempts, int forgiven) {
    return document(attempts, forgiven, Duration.ZERO);
  }

  private static Document document(int attempts, int forgiven, Duration timeSpent) {
    return new Document(
        DocumentId.next(),
        "me",
        "00",
        1,
        "a.pdf",
        "application/pdf",
        Origin.HTTP,
        null,
        Lane.INTERACTIVE,
        "auto",
        DocumentState.PARSING,
        attempts,
        forgiven,
        forgiven,
        timeSpent,
        null,
        null,
        null,
        0,
        List.of(),
        "test",
        "originals/x",
        YESTERDAY,
        YESTERDAY,
        null,
        null,
        null);
  }

  private static WorkSettings settings() {
    Duration any = Duration.ofSeconds(30);
    return new WorkSettings(
        true,
        1,
        1,
        1,
        ATTEMPTS,
        new RetrySchedule(Duration.ofSeconds(5), 2, 0, Duration.ofSeconds(60)),
        DEADLINE,
        OUTAGES,
        any,
        any);
  }
}
