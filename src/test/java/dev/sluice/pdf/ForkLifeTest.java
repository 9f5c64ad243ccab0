package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.assertServes;
import static dev.sluice.pdf.Outcomes.assertShutDown;
import static dev.sluice.pdf.Outcomes.childrenOf;
import static dev.sluice.pdf.Outcomes.file;
import static dev.sluice.pdf.Outcomes.filesIn;
import static dev.sluice.pdf.Outcomes.gapsOf;
import static dev.sluice.pdf.Outcomes.killChildren;
import static dev.sluice.pdf.Outcomes.pagesOf;
import static dev.sluice.pdf.Outcomes.patiently;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.sluice.fixture.AtOnce;
import dev.sluice.fixture.Pdfs;
import dev.sluice.model.document.PageRange;
import dev.sluice.model.document.PageText;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import dev.sluice.model.settings.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When forks are replaced and what closing does to them, whatever program they run. */
class ForkLifeTest {

  @TempDir private Path folder;
  private PdfParser parser;

  @AfterEach
  void leavesNothingBehind() {
    parser.close();
    assertThat(filesIn(folder.resolve("work"))).isEmpty();
    assertThat(childrenOf(ProcessHandle.current(), folder)).isEmpty();
  }

  @Test
  void aChildKilledWhileIdleHarmsNoDocument() {
    // Given
    start(TestParserSettings.ofOneFork(), FakeForks.Obedient.class);
    assertServes(parser, folder);

    // When
    killChildren(folder);

    // Then
    assertServes(parser, folder);
    assertThat(parser.statistics().restarts(RestartReason.CRASHED)).isEqualTo(1);
  }

  @Test
  void aForkThatStandsStillWhileIdleHarmsNoDocument() throws Exception {
    // Given
    start(TestParserSettings.ofOneFork(), FakeForks.Obedient.class);
    assertServes(parser, folder);

    // When
    ProcessHandle fork = childrenOf(ProcessHandle.current(), folder).get(0);
    new ProcessBuilder("kill", "-STOP", String.valueOf(fork.pid())).start().waitFor();
    patiently().pollDelay(Duration.ofMillis(1100)).until(fork::isAlive);

    // Then
    assertServes(parser, folder);
    assertThat(parser.statistics().restarts(RestartReason.STALLED)).isEqualTo(1);
  }

  @Test
  void childrenAreReplacedAfterServingLongEnough() {
    // Given
    start(TestParserSettings.ofOneFork().withRecycleAfter(2), FakeForks.Obedient.class);

    // When
    for (int document = 0; document < 4; document++) {
      assertServes(parser, folder);
    }

    // Then
    assertThat(parser.statistics().restarts(RestartReason.RECYCLED)).isEqualTo(2);
    patiently().untilAsserted(() -> assertThat(parser.statistics().alive()).isEqualTo(1));
  }

  @Test
  void aChildThatKeepsTooMuchMemoryIsReplaced() {
    // Given: no JVM is as small
    start(
        TestParserSettings.ofOneFork().withRecycleAbove(ByteSize.ofMegabytes(1)),
        FakeForks.Obedient.class);

    // When
    assertServes(parser, folder);
    assertServes(parser, folder);

    // Then
    assertThat(parser.statistics().restarts(RestartReason.RECYCLED)).isEqualTo(2);
  }

  @Test
  void aDocumentOfPoisonCostsNoMoreForksThanAllowed() {
    // Given
    start(TestParserSettings.ofOneFork().withDocumentForks(3), FakeForks.Poisoned.class);

    // When
    ParseOutcome outcome = parser.parse(file(folder, Pdfs.withText("Hello")));

    // Then
    assertThat(gapsOf(outcome))
        .containsExactly(
            tuple(new PageRange(2, 3), "parser-out-of-memory"),
            tuple(new PageRange(4, 5), "pages-not-tried"));
    assertThat(pagesOf(outcome)).extracting(PageText::text).containsExactly("Page 1");
    assertThat(parser.statistics().restarts(RestartReason.OUT_OF_MEMORY)).isEqualTo(3);
  }

  @Test
  void closingEndsAParseThatGoesOnAfterADeath() {
    // Given a fork that hung, and another that hangs on the same page
    start(
        TestParserSettings.ofOneFork().withSilenceMillis(500),
        FakeForks.SilentAtTheSecondPage.class);
    CompletableFuture<ParseOutcome> running = parseInBackground();
    patiently().until(() -> parser.statistics().restarts(RestartReason.STALLED) == 1);

    // When
    parser.close();

    // Then
    assertShutDown(running::join);
  }

  @Test
  void closingEndsARunningParseWithoutBlamingTheDocument() {
    // Given one parse that hangs and one that waits for its turn
    start(TestParserSettings.ofOneFork(), FakeForks.Silent.class);
    CompletableFuture<ParseOutcome> running = parseInBackground();
    patiently().until(() -> parser.statistics().busy() == 1);
    CompletableFuture<ParseOutcome> waiting = parseInBackground();

    // When
    parser.close();

    // Then
    assertShutDown(running::join);
    assertShutDown(waiting::join);
    assertShutDown(() -> parser.parse(file(folder, Pdfs.withText("Far too late"))));
    assertThat(parser.statistics().alive()).isZero();
  }

  @Test
  void whoeverWaitsTooLongForAParserIsAskedToComeBack() {
    // Given
    start(TestParserSettings.ofOneFork(), FakeForks.Silent.class);
    parseInBackground();
    patiently().until(() -> parser.statistics().busy() == 1);

    // When, then
    Path pdf = file(folder, Pdfs.withText("Too late"));
    assertThatThrownBy(() -> parser.render(pdf, 1, 300, Duration.ofMillis(10)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.PARSER_BUSY));
  }

  private void start(TestParserSettings settings, Class<?> fork) {
    parser = TestParsers.start(settings, fork, folder.resolve("work"));
  }

  private CompletableFuture<ParseOutcome> parseInBackground() {
    Path file = file(folder, Pdfs.withText("Hello"));
    return AtOnce.start(() -> parser.parse(file));
  }
}
