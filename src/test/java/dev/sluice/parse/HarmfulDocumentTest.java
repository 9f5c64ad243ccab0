package dev.sluice.parse;

import static dev.sluice.parse.Outcomes.assertFailed;
import static dev.sluice.parse.Outcomes.assertServes;
import static dev.sluice.parse.Outcomes.childrenOf;
import static dev.sluice.parse.Outcomes.file;
import static dev.sluice.parse.Outcomes.filesIn;
import static dev.sluice.parse.Outcomes.pagesOf;
import static dev.sluice.parse.Outcomes.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.document.PageRange;
import dev.sluice.document.PageText;
import dev.sluice.failure.FailureCode;
import dev.sluice.failure.FailureException;
import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.HostilePdfs;
import dev.sluice.fixture.Pdfs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** Documents that cost a child, and children that end for other reasons. */
class HarmfulDocumentTest {

  @TempDir private Path folder;
  private PdfParser parser;

  @AfterEach
  void leavesNothingBehind() {
    parser.close();
    assertThat(filesIn(folder.resolve("work"))).isEmpty();
    assertThat(childrenOf(ProcessHandle.current(), folder)).isEmpty();
  }

  @Test
  void aHangEndsInsideTheChildWhenItsTimeIsOver() {
    // Given
    start(Settings.ofOneFork().withTotalMillis(3000));

    // When
    ParseOutcome outcome = parser.parse(file(folder, Pdfs.hanging()));

    // Then the child noticed by itself and goes on
    assertFailed(outcome, FailureCode.PARSER_TIMEOUT);
    assertThat(parser.statistics().restarts(RestartReason.TIMEOUT)).isZero();
    assertServes(parser, folder);
  }

  @Test
  void aSignalToTheWholeProcessGroupDoesNotLookLikeACrash() {
    // Given
    start(Settings.ofOneFork().withTotalMillis(5000).withDocumentForks(1));
    CompletableFuture<ParseOutcome> outcome = parseInBackground(Pdfs.hanging());
    patiently().until(() -> parser.statistics().busy() == 1);

    // When every child is asked to end, as Ctrl-C would
    childrenOf(ProcessHandle.current(), folder).forEach(ProcessHandle::destroy);

    // Then
    assertFailed(outcome.join(), FailureCode.PARSER_TIMEOUT);
    assertThat(parser.statistics().restarts(RestartReason.CRASHED)).isZero();
  }

  @Test
  void aHangIsKilledWhenNoPageIsFinished() {
    // Given
    start(Settings.ofOneFork().withSilenceMillis(3000));

    // When
    ParseOutcome outcome = parser.parse(file(folder, Pdfs.hanging()));

    // Then
    assertFailed(outcome, FailureCode.PARSER_STALLED);
    assertThat(parser.statistics().restarts(RestartReason.STALLED)).isEqualTo(2);
    assertServes(parser, folder);
  }

  @Test
  void aPageThatHangsIsAGapAndThoseAroundItAreRead() {
    // Given
    start(Settings.ofOneFork().withSilenceMillis(3000));

    // When
    ParseOutcome outcome = parser.parse(file(folder, Pdfs.hangingInTheMiddle()));

    // Then
    assertThat(gapsOf(outcome)).containsExactly(tuple(new PageRange(2, 2), "parser-stalled"));
    assertThat(pagesOf(outcome))
        .extracting(PageText::number, PageText::text)
        .containsExactly(tuple(1, "Before"), tuple(3, "Behind"));
    assertThat(parser.statistics().restarts(RestartReason.STALLED)).isEqualTo(2);
  }

  @Test
  void pagesThatFillTheHeapAreGapsAndAllOthersAreRead() {
    // Given
    start(Settings.ofOneFork().withHeapMegabytes(64));
    Path pdf = folder.resolve("hungry.pdf");
    Pdfs.memoryHungry(pdf, 10, Set.of(4, 9));

    // When
    ParseOutcome outcome = parser.parse(pdf);

    // Then
    assertThat(gapsOf(outcome))
        .containsExactly(
            tuple(new PageRange(4, 4), "parser-out-of-memory"),
            tuple(new PageRange(9, 9), "parser-out-of-memory"));
    assertThat(((ParseOutcome.Parsed) outcome).metadata().pageCount()).isEqualTo(10);
    assertThat(pagesOf(outcome))
        .extracting(PageText::text)
        .containsExactly(
            "Page 1", "Page 2", "Page 3", "Page 5", "Page 6", "Page 7", "Page 8", "Page 10");
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isEqualTo(4);
  }

  @Test
  void aDocumentOfPoisonCostsNoMoreForksThanAllowed() {
    // Given
    start(Settings.ofOneFork().withHeapMegabytes(64).withDocumentForks(3));
    Path pdf = folder.resolve("poison.pdf");
    Pdfs.memoryHungry(pdf, 5, Set.of(2, 3, 4, 5));

    // When
    ParseOutcome outcome = parser.parse(pdf);

    // Then
    assertThat(gapsOf(outcome))
        .containsExactly(
            tuple(new PageRange(2, 3), "parser-out-of-memory"),
            tuple(new PageRange(4, 5), "pages-not-tried"));
    assertThat(pagesOf(outcome)).extracting(PageText::text).containsExactly("Page 1");
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isEqualTo(3);
  }

  @Test
  void aFullHeapIsNamed() {
    // Given
    start(Settings.ofOneFork().withHeapMegabytes(64));
    Path pdf = folder.resolve("hungry.pdf");
    Pdfs.memoryHungry(pdf);

    // When
    ParseOutcome outcome = parser.parse(pdf);

    // Then
    assertFailed(outcome, FailureCode.PARSER_OUT_OF_MEMORY);
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isEqualTo(2);
    assertServes(parser, folder);
  }

  @Test
  void aChildKilledDuringADocumentHasCrashed() {
    // Given
    start(Settings.ofOneFork().withDocumentForks(1));
    CompletableFuture<ParseOutcome> outcome = parseInBackground(Pdfs.hanging());
    patiently().until(() -> parser.statistics().busy() == 1);

    // When
    killChildren();

    // Then
    assertThat(outcome)
        .succeedsWithin(Duration.ofSeconds(30))
        .isInstanceOfSatisfying(
            ParseOutcome.Failed.class,
            failed -> {
              assertThat(failed.failure().code()).isEqualTo(FailureCode.PARSER_CRASHED);
              assertThat(failed.failure().detail()).contains("137");
            });
    assertThat(parser.statistics().restarts(RestartReason.CRASHED)).isEqualTo(1);
    assertServes(parser, folder);
  }

  @Test
  void aChildKilledWhileIdleHarmsNoDocument() {
    // Given
    start(Settings.ofOneFork());
    assertServes(parser, folder);

    // When
    killChildren();

    // Then
    assertServes(parser, folder);
    assertThat(parser.statistics().restarts(RestartReason.CRASHED)).isEqualTo(1);
  }

  @Test
  void childrenAreReplacedAfterServingLongEnough() {
    // Given
    start(Settings.ofOneFork().withRecycleAfter(2));

    // When
    for (int document = 0; document < 4; document++) {
      assertServes(parser, folder);
    }

    // Then
    assertThat(parser.statistics().restarts(RestartReason.RECYCLED)).isEqualTo(2);
    patiently().untilAsserted(() -> assertThat(parser.statistics().alive()).isEqualTo(1));
  }

  @Test
  void lettersOfAnySizeAreReadAtOnce() {
    // Given
    start(Settings.ofOneFork().withSilenceMillis(10_000));

    // When
    ParseOutcome outcome = parser.parse(file(folder, HostilePdfs.hugeLetters("noon")));

    // Then
    assertThat(pagesOf(outcome)).hasSize(1);
    assertThat(parser.statistics().restarts(RestartReason.STALLED)).isZero();
  }

  @Test
  void aFontThatInflatesToTooMuchCostsItsPageAndNoChild() {
    // Given
    start(Settings.ofOneFork());

    // When
    ParseOutcome outcome = parser.parse(file(folder, HostilePdfs.inflatingFont(1L << 30)));

    // Then
    assertFailed(outcome, FailureCode.INFLATES_TOO_MUCH);
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isZero();
    assertServes(parser, folder);
  }

  @Test
  void aChildThatKeepsTooMuchMemoryIsReplaced() {
    // Given: no JVM is as small
    start(Settings.ofOneFork().withRecycleAbove(DataSize.ofMegabytes(1)));

    // When
    assertServes(parser, folder);
    assertServes(parser, folder);

    // Then
    assertThat(parser.statistics().restarts(RestartReason.RECYCLED)).isEqualTo(2);
  }

  @Test
  void closingEndsAParseThatGoesOnAfterADeath() {
    // Given a child that hung, and another that hangs on the same page
    start(Settings.ofOneFork().withSilenceMillis(3_000));
    CompletableFuture<ParseOutcome> running = parseInBackground(Pdfs.hangingInTheMiddle());
    patiently().until(() -> parser.statistics().restarts(RestartReason.STALLED) == 1);

    // When
    parser.close();

    // Then
    assertShutDown(running::join);
  }

  @Test
  void closingEndsARunningParseWithoutBlamingTheDocument() {
    // Given one parse that hangs and one that waits for its turn
    start(Settings.ofOneFork());
    CompletableFuture<ParseOutcome> running = parseInBackground(Pdfs.hanging());
    patiently().until(() -> parser.statistics().busy() == 1);
    CompletableFuture<ParseOutcome> waiting = parseInBackground(Pdfs.withText("Too late"));

    // When
    parser.close();

    // Then
    assertShutDown(running::join);
    assertShutDown(waiting::join);
    assertShutDown(() -> parser.parse(file(folder, Pdfs.withText("Far too late"))));
    assertThat(parser.statistics().alive()).isZero();
  }

  private void start(Settings settings) {
    parser = new PdfParser(settings.in(folder.resolve("work")));
  }

  private CompletableFuture<ParseOutcome> parseInBackground(byte[] pdf) {
    Path file = file(folder, pdf);
    return AtOnce.start(() -> parser.parse(file));
  }

  private void killChildren() {
    for (ProcessHandle child : childrenOf(ProcessHandle.current(), folder)) {
      child.destroyForcibly();
      assertThat(child.onExit()).succeedsWithin(Duration.ofSeconds(30));
    }
  }

  private static List<Tuple> gapsOf(ParseOutcome outcome) {
    assertThat(outcome).isInstanceOf(ParseOutcome.Parsed.class);
    return ((ParseOutcome.Parsed) outcome)
        .gaps().stream().map(gap -> tuple(gap.pages(), gap.code())).toList();
  }

  private static void assertShutDown(Runnable parse) {
    assertThatThrownBy(parse::run)
        .satisfiesAnyOf(
            e -> assertThat(codeOf(e)).isEqualTo(FailureCode.SHUTTING_DOWN),
            e -> assertThat(codeOf(e.getCause())).isEqualTo(FailureCode.SHUTTING_DOWN));
  }

  private static FailureCode codeOf(Throwable e) {
    return e instanceof FailureException failed ? failed.failure().code() : null;
  }
}
