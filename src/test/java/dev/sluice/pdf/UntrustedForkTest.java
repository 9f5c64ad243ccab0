package dev.sluice.pdf;

import static dev.sluice.pdf.Outcomes.assertFailed;
import static dev.sluice.pdf.Outcomes.childrenOf;
import static dev.sluice.pdf.Outcomes.file;
import static dev.sluice.pdf.Outcomes.filesIn;
import static dev.sluice.pdf.Outcomes.pagesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.fixture.Pdfs;
import dev.sluice.model.document.PageText;
import dev.sluice.model.failure.FailureCode;
import dev.sluice.model.failure.FailureException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parent believes nothing that a fork says, not even its lengths. */
class UntrustedForkTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      classes = {
        FakeForks.Boastful.class,
        FakeForks.Babbling.class,
        FakeForks.Endless.class,
        FakeForks.Hasty.class,
        FakeForks.Repeating.class,
        FakeForks.Lazy.class
      })
  void nonsenseIsACrash(Class<?> fork) {
    assertThat(parseWith(fork, withoutPatience())).isEqualTo(FailureCode.PARSER_CRASHED);
  }

  @Test
  void whatWasNotAskedForIsNoRendering() {
    // Given a fork that answers with the words of the second page, whatever is asked
    Path pdf = file(folder, Pdfs.withText("one", "two"));
    Duration patience = Duration.ofSeconds(60);
    try (PdfParser parser =
        TestParsers.start(
            TestParserSettings.ofOneFork(), FakeForks.Mistaken.class, folder.resolve("work"))) {
      // When, then
      assertThat(parser.words(pdf, 2, patience)).isInstanceOf(Rendering.Words.class);
      assertThat(List.of(parser.words(pdf, 1, patience), parser.render(pdf, 2, 600, patience)))
          .allSatisfy(
              rendering ->
                  assertThat(((Rendering.Failed) rendering).failure().code())
                      .isEqualTo(FailureCode.PARSER_CRASHED));
    }
  }

  @Test
  void silenceIsAStall() {
    assertThat(parseWith(FakeForks.Silent.class, withoutPatience().withSilenceMillis(300)))
        .isEqualTo(FailureCode.PARSER_STALLED);
  }

  @Test
  void signsOfLifeDoNotHoldTheTotalClock() {
    assertThat(
            parseWith(
                FakeForks.Dawdling.class,
                withoutPatience().withTotalMillis(500).withSilenceMillis(10_000)))
        .isEqualTo(FailureCode.PARSER_TIMEOUT);
  }

  @ParameterizedTest
  @ValueSource(classes = {FakeForks.ExitsAtOnce.class, FakeForks.NeverReady.class})
  void withoutAChildTheParserIsUnavailable(Class<?> fork) {
    // Given
    Path work = folder.resolve("work");
    ParserSettings settings = TestParserSettings.ofOneFork().withSandbox(SandboxMode.OFF).in(work);
    Duration startTime = Duration.ofMillis(300);
    try (PdfParser parser = TestParsers.start(settings, fork, startTime)) {
      // When, then
      assertThatThrownBy(() -> parser.parse(file(folder, Pdfs.withText("Hello"))))
          .isInstanceOfSatisfying(
              FailureException.class,
              e -> assertThat(e.failure().code()).isEqualTo(FailureCode.PARSER_UNAVAILABLE));
      assertThat(parser.statistics().busy()).isZero();
    }
    assertThat(filesIn(work)).isEmpty();
  }

  @Test
  void aDeathThatDoesNotComeBackCostsNoPage() {
    // Given a fork that dies at the second page as if killed from outside, once, and notes it
    try (PdfParser parser =
        TestParsers.start(
            TestParserSettings.ofOneFork(), FakeForks.DiesOnce.class, folder.resolve("work"))) {
      // When
      ParseOutcome outcome = parser.parse(file(folder, Pdfs.withText("Hello")));

      // Then
      assertThat(((ParseOutcome.Parsed) outcome).gaps()).isEmpty();
      assertThat(pagesOf(outcome))
          .extracting(PageText::text)
          .containsExactly("Page 1", "Page 2", "Page 3");
      assertThat(parser.statistics().restarts(RestartReason.CRASHED)).isEqualTo(1);
    }
  }

  private static TestParserSettings withoutPatience() {
    return TestParserSettings.ofOneFork().withDocumentForks(1).withGaps(GapTolerance.NONE);
  }

  private FailureCode parseWith(Class<?> fork, TestParserSettings settings) {
    Path work = folder.resolve("work");
    try (PdfParser parser = TestParsers.start(settings, fork, work)) {
      ParseOutcome outcome = parser.parse(file(folder, Pdfs.withText("Hello")));
      FailureCode code = ((ParseOutcome.Failed) outcome).failure().code();
      assertFailed(outcome, code);
      assertThat(parser.statistics().restarts(RestartReason.of(code))).isEqualTo(1);
      return code;
    } finally {
      assertThat(filesIn(work)).isEmpty();
      assertThat(childrenOf(ProcessHandle.current(), folder)).isEmpty();
    }
  }
}
