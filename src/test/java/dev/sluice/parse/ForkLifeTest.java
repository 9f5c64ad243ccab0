package dev.sluice.parse;

import static dev.sluice.parse.Outcomes.assertServes;
import static dev.sluice.parse.Outcomes.assertShutDown;
import static dev.sluice.parse.Outcomes.childrenOf;
import static dev.sluice.parse.Outcomes.file;
import static dev.sluice.parse.Outcomes.filesIn;
import static dev.sluice.parse.Outcomes.gapsOf;
import static dev.sluice.parse.Outcomes.killChildren;
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
import dev.sluice.fixture.Pdfs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

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
    start(Settings.ofOneFork(), FakeChildren.Obedient.class);
    assertServes(parser, folder);

    // When
    killChildren(folder);

    // Then
    assertServes(parser, folder);
    assertThat(parser.statistics().restarts(RestartReason.CRASHED)).isEqualTo(1);
  }

  @Test
  void childrenAreReplacedAfterServingLongEnough() {
    // Given
    start(Settings.ofOneFork().withRecycleAfter(2), FakeChildren.Obedient.class);

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
        Settings.ofOneFork().withRecycleAbove(DataSize.ofMegabytes(1)),
        FakeChildren.Obedient.class);

    // When
    assertServes(parser, folder);
    assertServes(parser, folder);

    // Then
    assertThat(parser.statistics().restarts(RestartReason.RECYCLED)).isEqualTo(2);
  }

  @Test
  void aDocumentOfPoisonCostsNoMoreForksThanAllowed() {
    // Given
    start(Settings.ofOneFork().withDocumentForks(3), FakeChildren.Poisoned.class);

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
    // Given a child that hung, and another that hangs on the same page
    start(Settings.ofOneFork().withSilenceMillis(500), FakeChildren.SilentAtTheSecondPage.class);
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
    start(Settings.ofOneFork(), FakeChildren.Silent.class);
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
    start(Settings.ofOneFork(), FakeChildren.Silent.class);
    parseInBackground();
    patiently().until(() -> parser.statistics().busy() == 1);

    // When, then
    Path pdf = file(folder, Pdfs.withText("Too late"));
    assertThatThrownBy(() -> parser.render(pdf, 300, Duration.ofMillis(10)))
        .isInstanceOfSatisfying(
            FailureException.class,
            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.PARSER_BUSY));
  }

  private void start(Settings settings, Class<?> child) {
    parser = TestParsers.start(settings, child, folder.resolve("work"));
  }

  private CompletableFuture<ParseOutcome> parseInBackground() {
    Path file = file(folder, Pdfs.withText("Hello"));
    return AtOnce.start(() -> parser.parse(file));
  }
}
