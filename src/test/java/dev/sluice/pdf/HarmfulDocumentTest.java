package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.assertFailed;
import static dev.sluice.pdf.Outcomes.assertServes;
import static dev.sluice.pdf.Outcomes.childrenOf;
import static dev.sluice.pdf.Outcomes.file;
import static dev.sluice.pdf.Outcomes.filesIn;
import static dev.sluice.pdf.Outcomes.gapsOf;
import static dev.sluice.pdf.Outcomes.killChildren;
import static dev.sluice.pdf.Outcomes.pagesOf;
import static dev.sluice.pdf.Outcomes.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Pdfs;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PageText;
import dev.sluice.model.failure.FailureCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents that cost a real fork, one for each way to do so; {@link ForkLifeTest} has what does
 * not depend on what a fork is.
 */
class HarmfulDocumentTest {

  private static final int HEAP_MEGABYTES = 64;

  @TempDir private Path folder;
  private PdfParser parser;

  @AfterEach
  void leavesNothingBehind() {
    parser.close();
    assertThat(filesIn(folder.resolve("work"))).isEmpty();
    assertThat(childrenOf(ProcessHandle.current(), folder)).isEmpty();
  }

  @Test
  void aHangEndsInsideTheChildWhenItsTimeIsOverWhateverSignalTheProcessGroupGets() {
    // Given
    start(TestParserSettings.ofOneFork().withTotalMillis(3000).withDocumentForks(1));
    CompletableFuture<ParseOutcome> outcome = parseInBackground(Pdfs.hanging());
    patiently().until(() -> parser.statistics().busy() == 1);

    // When every fork is asked to end, as Ctrl-C would
    childrenOf(ProcessHandle.current(), folder).forEach(ProcessHandle::destroy);

    // Then the fork noticed by itself and goes on
    assertFailed(outcome.join(), FailureCode.PARSER_TIMEOUT);
    assertThat(parser.statistics().restarts(RestartReason.TIMEOUT)).isZero();
    assertThat(parser.statistics().restarts(RestartReason.CRASHED)).isZero();
    assertServes(parser, folder);
  }

  @Tag("proof")
  @Test
  void aHangIsKilledWhenNoPageIsFinished() {
    // Given
    start(TestParserSettings.ofOneFork().withSilenceMillis(3000));

    // When
    ParseOutcome outcome = parser.parse(file(folder, Pdfs.hanging()));

    // Then
    assertFailed(outcome, FailureCode.PARSER_STALLED);
    assertThat(parser.statistics().restarts(RestartReason.STALLED)).isEqualTo(2);
    assertServes(parser, folder);
  }

  @Test
  void aPageThatHangsIsAGapAndThoseAroundItAreRead() {
    // Given: another fork is there when the first one is killed
    start(TestParserSettings.ofOneFork().withForks(2).withSilenceMillis(1000));

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
  void aPageThatFillsTheHeapIsAGapAndThoseAroundItAreRead() {
    // When
    ParseOutcome outcome = parseHungry(3, Set.of(2));

    // Then
    assertThat(gapsOf(outcome)).containsExactly(tuple(new PageRange(2, 2), "parser-out-of-memory"));
    assertThat(((ParseOutcome.Parsed) outcome).metadata().pageCount()).isEqualTo(3);
    assertThat(pagesOf(outcome)).extracting(PageText::text).containsExactly("Page 1", "Page 3");
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isEqualTo(2);
  }

  @Tag("proof")
  @Test
  void pagesThatFillTheHeapAreGapsAndAllOthersAreRead() {
    // When
    ParseOutcome outcome = parseHungry(10, Set.of(4, 9));

    // Then
    assertThat(gapsOf(outcome))
        .containsExactly(
            tuple(new PageRange(4, 4), "parser-out-of-memory"),
            tuple(new PageRange(9, 9), "parser-out-of-memory"));
    assertThat(pagesOf(outcome))
        .extracting(PageText::number)
        .containsExactly(1, 2, 3, 5, 6, 7, 8, 10);
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isEqualTo(4);
  }

  @Tag("proof")
  @Test
  void aFullHeapIsNamed() {
    // When
    ParseOutcome outcome = parseHungry(1, Set.of(1));

    // Then
    assertFailed(outcome, FailureCode.PARSER_OUT_OF_MEMORY);
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isEqualTo(2);
    assertServes(parser, folder);
  }

  @Test
  void aChildKilledDuringADocumentHasCrashed() {
    // Given
    start(TestParserSettings.ofOneFork().withDocumentForks(1));
    CompletableFuture<ParseOutcome> outcome = parseInBackground(Pdfs.hanging());
    patiently().until(() -> parser.statistics().busy() == 1);

    // When
    killChildren(folder);

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
  void aParseCanBeEndedFromOutsideAtOnceOrAfterAPage() {
    // Given
    start(TestParserSettings.ofOneFork().withSilenceMillis(3000));

    // When
    Throwable stopped = endOf(Pdfs.hanging(), FailureCode.PARSER_STOPPED, false);
    Throwable yielded = endOf(Pdfs.hangingInTheMiddle(), FailureCode.PARSER_YIELDED, true);

    // Then
    assertThat(stopped).hasMessageContaining("parser-stopped").hasMessageContaining("page 1.");
    assertThat(yielded).hasMessageContaining("parser-yielded");
    assertThat(parser.running()).isEmpty();
    assertThat(parser.end("nothing", FailureCode.PARSER_STOPPED, false)).isFalse();
    patiently()
        .untilAsserted(
            () -> assertThat(parser.statistics().restarts(RestartReason.INTERRUPTED)).isPositive());
    assertServes(parser, folder);
  }

  private Throwable endOf(byte[] pdf, FailureCode why, boolean afterPage) {
    Path file = file(folder, pdf);
    CompletableFuture<ParseOutcome> outcome =
        AtOnce.start(() -> parser.parse(file, ParseScope.whole(Integer.MAX_VALUE), "it"));
    patiently()
        .pollInterval(Duration.ofMillis(1))
        .until(() -> Optional.ofNullable(parser.running().get("it")), Optional::isPresent)
        .ifPresent(
            running ->
                patiently()
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> running.inForkSince().isPresent()));
    parser.end("it", why, afterPage);
    return outcome.handle((parsed, failure) -> failure).join();
  }

  private void start(TestParserSettings settings) {
    parser = TestParsers.start(settings.in(folder.resolve("work")));
  }

  private ParseOutcome parseHungry(int pages, Set<Integer> hungry) {
    start(TestParserSettings.ofOneFork().withForks(2).withHeapMegabytes(HEAP_MEGABYTES));
    Path pdf = folder.resolve("hungry.pdf");
    Pdfs.memoryHungry(pdf, pages, hungry);
    return parser.parse(pdf);
  }

  private CompletableFuture<ParseOutcome> parseInBackground(byte[] pdf) {
    Path file = file(folder, pdf);
    return AtOnce.start(() -> parser.parse(file));
  }
}
